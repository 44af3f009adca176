-- An episode counts once per instrument and window, or every rate is wrong.
SELECT
  episode_id,
  instrument,
  "window"
FROM
  model.outcome_window
GROUP BY
  episode_id,
  instrument,
  "window"
HAVING
  count(*) > 1
