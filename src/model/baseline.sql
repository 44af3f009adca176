-- Grain: one row per episode and instrument with a baseline: the first score from enrolment on. Key: episode_id, instrument.
WITH
  score AS (
    SELECT
      *
    FROM
      model.episode_score
    WHERE
      sequence = 1
  ),
  instrument AS (
    SELECT
      *
    FROM
      ref.instrument
  ),
  band AS (
    SELECT
      *
    FROM
      ref.instrument_band
  ),
  rule AS (
    SELECT
      *
    FROM
      ref.baseline_rule
  )
SELECT
  score.episode_id,
  score.instrument,
  score.assessment_id,
  score.assessed_date AS baseline_date,
  score.score AS baseline_score,
  band.band AS baseline_band,
  score.enrolled_days > rule.on_time_days AS is_late,
  score.score >= instrument.elevated_min AS is_elevated
FROM
  score
  CROSS JOIN rule
  JOIN instrument ON instrument.instrument = score.instrument
  LEFT JOIN band ON band.instrument = score.instrument
  AND score.score >= band.min
  AND score.score < band.max + 1
