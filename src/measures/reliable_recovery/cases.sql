-- Grain: one row per enrolled episode, instrument in use and outcome window. Key: unit_id, instrument, "window".
WITH
  outcome AS (
    SELECT
      *
    FROM
      model.outcome_window
  ),
  instrument AS (
    SELECT
      *
    FROM
      ref.instrument
  ),
  judged AS (
    SELECT
      outcome.episode_id,
      outcome.instrument,
      outcome."window",
      outcome.period_start,
      outcome.clinic_id,
      outcome.age_band,
      outcome.sex,
      outcome.race,
      outcome.ethnicity,
      outcome.language,
      outcome.payer,
      outcome.baseline_band,
      outcome.followup_score IS NOT NULL AS is_observed,
      outcome.followup_score < instrument.elevated_min
      AND outcome.improvement >= instrument.reliable_change AS is_met,
      coalesce(
        outcome.exclusion_reason,
        CASE
          WHEN instrument.reliable_change IS NULL THEN 'no_reliable_change_value'
        END
      ) AS exclusion_reason
    FROM
      outcome
      JOIN instrument ON instrument.instrument = outcome.instrument
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
    AND is_observed THEN 1
    ELSE 0
  END AS observed,
  CASE
    WHEN exclusion_reason IS NULL
    AND is_met THEN 1
    ELSE 0
  END AS numerator,
  exclusion_reason
FROM
  judged
