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
  outcome.followup_score < instrument.remission_max + 1 AS is_met,
  coalesce(
    outcome.window_exclusion,
    CASE
      WHEN instrument.remission_max IS NULL THEN 'no_remission_value'
    END
  ) AS exclusion_reason
FROM
  outcome
  JOIN instrument ON instrument.instrument = outcome.instrument
