-- Grain: one row per person, measurement year and window in which their index event is followed up. Key: unit_id, "window".
WITH
  outcome AS (
    SELECT
      *
    FROM
      model.index_outcome
  )
SELECT
  outcome.*,
  outcome.is_remission AS is_met
FROM
  outcome
