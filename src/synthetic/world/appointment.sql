-- Grain: one row per visit planned while the episode ran, up to the programme's last day. Key: episode, step.
WITH
  parameter AS (
    SELECT
      end_date
    FROM
      given.parameter
  )
SELECT
  occasion.episode,
  occasion.step,
  occasion.occasion_date,
  occasion.day,
  occasion.gained,
  occasion.phq9,
  occasion.gad7,
  occasion.is_kept,
  occasion.is_scored,
  occasion.form
FROM
  world.occasion AS occasion
  CROSS JOIN parameter
  JOIN world.ending AS ending ON ending.episode = occasion.episode
  AND occasion.step <= ending.last_step
WHERE
  occasion.occasion_date <= parameter.end_date
