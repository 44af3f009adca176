-- Grain: one row per completed course. Key: staff_id, course.
WITH
  parameter AS (
    SELECT
      start_date,
      end_date
    FROM
      given.parameter
  ),
  taken AS (
    SELECT
      tenure.staff_id,
      course.course,
      add_days (
        add_months (parameter.start_date, tenure.first_month),
        course.from_day + below (
          60,
          random_bits ('course', (tenure.clinic * 1000 + tenure.post) * 100 + tenure.holder),
          course.lane
        )
      ) AS completed_date
    FROM
      world.tenure AS tenure
      CROSS JOIN given.course AS course
      CROSS JOIN parameter
  )
SELECT
  taken.staff_id,
  'care_manager' AS role,
  taken.course,
  taken.completed_date
FROM
  taken
  CROSS JOIN parameter
WHERE
  taken.completed_date <= parameter.end_date
