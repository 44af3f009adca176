-- Grain: one row per enrolled episode, instrument in use and outcome window. Key: unit_id, instrument, "window".
-- The change towards health and the baseline of those counted are in ten-thousandths of a score point.
WITH
  outcome AS (
    SELECT
      *
    FROM
      model.outcome_window
  )
SELECT
  episode_id AS unit_id,
  instrument,
  "window",
  period_start,
  clinic_id,
  age_band,
  sex,
  race,
  ethnicity,
  language,
  payer,
  baseline_band,
  CASE
    WHEN exclusion_reason IS NULL THEN 1
    ELSE 0
  END AS denominator,
  CASE
    WHEN exclusion_reason IS NULL
    AND followup_score IS NOT NULL THEN 1
    ELSE 0
  END AS observed,
  CASE
    WHEN exclusion_reason IS NULL
    AND followup_score IS NOT NULL THEN 1
    ELSE 0
  END AS numerator,
  CASE
    WHEN exclusion_reason IS NULL THEN cast(improvement * 10000 AS BIGINT)
  END AS change,
  CASE
    WHEN exclusion_reason IS NULL THEN cast(baseline_score * 10000 AS BIGINT)
  END AS baseline,
  exclusion_reason
FROM
  outcome
