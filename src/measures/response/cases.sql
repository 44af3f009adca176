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
  )
SELECT
  outcome.*,
  outcome.episode_id AS unit_id,
  outcome.followup_score IS NOT NULL AS is_observed,
  instrument.response_divisor * outcome.followup_score <= outcome.baseline_score AS is_met,
  outcome.window_exclusion AS exclusion_reason
FROM
  outcome
  JOIN instrument ON instrument.instrument = outcome.instrument
