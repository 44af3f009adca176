-- Grain: one row per visit planned in a started episode: when it falls, and how the person happens to feel on that day. Key: episode, step.
WITH
  parameter AS (
    SELECT
      crisis,
      phq9_error_sd,
      gad7_error_sd
    FROM
      given.parameter
  ),
  drawn AS (
    SELECT
      course.episode,
      course.enrolled_date,
      planned_day.step,
      planned_day.day AS planned_day,
      random_bits ('moment', course.episode * 100 + planned_day.step) AS bits
    FROM
      world.course AS course
      CROSS JOIN given.planned_day AS planned_day
  ),
  dated AS (
    SELECT
      drawn.*,
      CASE
        WHEN step = 0 THEN enrolled_date
        ELSE working_day (add_days (enrolled_date, planned_day - 4 + below (8, bits, 0)))
      END AS occasion_date
    FROM
      drawn
  )
SELECT
  dated.episode,
  dated.step,
  dated.occasion_date,
  days_between (dated.enrolled_date, dated.occasion_date) AS day,
  normal (dated.bits, 1) * parameter.phq9_error_sd // 1000 + parameter.crisis * greatest(0, 28 - days_between (dated.enrolled_date, dated.occasion_date)) // 28 AS phq9_moment,
  normal (dated.bits, 2) * parameter.gad7_error_sd // 1000 + parameter.crisis * greatest(0, 28 - days_between (dated.enrolled_date, dated.occasion_date)) // 28 AS gad7_moment,
  permille (dated.bits, 3) AS keep_draw,
  permille (dated.bits, 4) AS ask_draw,
  permille (dated.bits, 5) AS stop_draw,
  cast(dated.bits >> 60 AS INTEGER) + 16 * (dated.step % 4) AS form
FROM
  dated
  CROSS JOIN parameter
