-- Grain: one row per episode and day on which its progress is judged: its last steering score up to that day. Key: episode_id, judged_date.
WITH
  enrolment AS (
    SELECT
      *
    FROM
      model.enrolment
  ),
  episode_month AS (
    SELECT
      *
    FROM
      model.episode_month
  ),
  score AS (
    SELECT
      *
    FROM
      model.steering_score
  ),
  weeks_8_to_12 AS (
    SELECT
      *
    FROM
      ref.care_window
    WHERE
      "window" = 'days_57_to_84'
  ),
  judged AS (
    SELECT
      episode_id,
      last_day_in_care AS judged_date
    FROM
      episode_month
    UNION
    SELECT
      episode_id,
      ended_date AS judged_date
    FROM
      enrolment
    WHERE
      ended_date IS NOT NULL
    UNION
    SELECT
      enrolment.episode_id,
      add_days (enrolment.enrolled_date, weeks_8_to_12.start_days - 1) AS judged_date
    FROM
      enrolment
      CROSS JOIN weeks_8_to_12
  ),
  last_score AS (
    SELECT
      judged.episode_id,
      judged.judged_date,
      max(score.sequence) AS sequence
    FROM
      judged
      JOIN score ON score.episode_id = judged.episode_id
      AND score.assessed_date <= judged.judged_date
    GROUP BY
      judged.episode_id,
      judged.judged_date
  )
SELECT
  last_score.episode_id,
  last_score.judged_date,
  score.instrument,
  score.assessed_date,
  score.score,
  score.baseline_score,
  score.is_elevated,
  score.is_improved,
  score.sequence > 1 AS is_scored_again
FROM
  last_score
  JOIN score ON score.episode_id = last_score.episode_id
  AND score.sequence = last_score.sequence
