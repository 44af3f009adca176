-- Follow-up is a score inside the window, both ends included, that was known on the as-of date.
SELECT
  episode_id
FROM
  model.outcome_window
WHERE
  followup_date NOT BETWEEN window_start AND window_end
  OR followup_date > cast($as_of AS DATE)
