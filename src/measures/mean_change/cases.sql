-- Grain: one row per enrolled episode, instrument in use and outcome window. Key: unit_id, instrument, "window".
-- The value, a change towards health, and the baseline of those counted are in ten-thousandths of a score point.
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
  cast(outcome.improvement * 10000 AS BIGINT) AS value,
  cast(outcome.baseline_score * 10000 AS BIGINT) AS baseline,
  outcome.window_exclusion AS exclusion_reason
FROM
  outcome
