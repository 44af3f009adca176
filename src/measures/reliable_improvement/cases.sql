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
  outcome.improvement >= instrument.reliable_change AS is_met,
  coalesce(
    outcome.window_exclusion,
    CASE
      WHEN instrument.reliable_change IS NULL THEN 'no_reliable_change_value'
    END
  ) AS exclusion_reason
FROM
  outcome
  JOIN instrument ON instrument.instrument = outcome.instrument
