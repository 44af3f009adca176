-- Grain: one row per episode that the psychiatric consultant takes up in weeks 8 to 12, for want of response by week 8. Key: episode.
WITH
  parameter AS (
    SELECT
      consult_mean,
      consult_learning,
      consult_share
    FROM
      given.parameter
  ),
  course AS (
    SELECT
      course.episode,
      course.month,
      course.care_uptake,
      course.depression,
      course.natural_share + course.care_share AS share,
      random_bits ('consultation', course.episode) AS bits
    FROM
      world.course AS course
  ),
  score AS (
    SELECT
      course.episode,
      moment.step,
      score_of (
        course.depression - course.depression * gained (course.share, moment.day) // 1000 + moment.phq9_moment,
        27
      ) AS phq9
    FROM
      course
      JOIN world.moment AS moment ON moment.episode = course.episode
      AND moment.step IN (0, 4)
  ),
  week_8 AS (
    SELECT
      later.episode
    FROM
      score AS later
      JOIN score AS intake ON intake.episode = later.episode
      AND intake.step = 0
    WHERE
      later.step = 4
      AND later.phq9 > 9
      AND 2 * later.phq9 > intake.phq9
  )
SELECT
  week_8.episode,
  57 + below (28, course.bits, 0) AS consult_day,
  parameter.consult_share * course.care_uptake // 1000 AS consult_share
FROM
  week_8
  JOIN course ON course.episode = week_8.episode
  JOIN world.month AS month ON month.month = course.month
  CROSS JOIN parameter
WHERE
  permille (course.bits, 1) < parameter.consult_mean + parameter.consult_learning * month.learned_permille // 1000
