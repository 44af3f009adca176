-- Grain: one row per enrolled episode, instrument in use and outcome window. Key: unit_id, instrument, "window".
WITH
  outcome AS (
    SELECT
      *
    FROM
      model.outcome_window
  )
SELECT
  outcome.*,
  outcome.episode_id AS unit_id,
  outcome.followup_score IS NOT NULL AS is_observed,
  outcome.followup_score IS NOT NULL AS is_met,
  outcome.window_exclusion AS exclusion_reason
FROM
  outcome
