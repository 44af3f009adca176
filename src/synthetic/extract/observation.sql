-- Grain: one row per laboratory value or vital sign. Key: patient_id, code, observed_date.
WITH
  parameter AS (
    SELECT
      end_date
    FROM
      given.parameter
  ),
  due AS (
    SELECT
      course.episode,
      metabolic.code,
      metabolic.unit,
      metabolic.mean,
      metabolic.sd,
      metabolic.done,
      working_day (add_days (course.enrolled_date, metabolic.day)) AS observed_date,
      metabolic.day,
      random_bits (metabolic.code, course.episode // 10) AS person_bits,
      random_bits (metabolic.code, course.episode * 1000 + metabolic.day) AS bits
    FROM
      world.course AS course
      JOIN world.clinic AS clinic ON clinic.clinic = course.clinic
      CROSS JOIN given.metabolic AS metabolic
    WHERE
      clinic.setting = 'specialty_mh'
  )
SELECT
  patient_id (due.episode // 10) AS patient_id,
  due.code,
  tenths (
    due.mean + normal (due.person_bits, 0) * due.sd // 1000 + normal (due.bits, 1) * due.sd // 8000 + due.mean * due.day // 12000
  ) AS value,
  due.unit,
  due.observed_date
FROM
  due
  CROSS JOIN parameter
  JOIN world.ending AS ending ON ending.episode = due.episode
  AND due.observed_date <= ending.ended_date
WHERE
  permille (due.bits, 0) < due.done
  AND due.observed_date <= parameter.end_date
