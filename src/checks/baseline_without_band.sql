-- Severity bands cover an instrument's whole range, so a baseline without one fell through a gap in the reference data.
SELECT
  episode_id
FROM
  model.baseline
WHERE
  baseline_band IS NULL
