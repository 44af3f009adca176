-- A score from before enrolment says nothing of the care that followed.
SELECT
  baseline.episode_id
FROM
  model.baseline
  JOIN model.episode ON episode.episode_id = baseline.episode_id
WHERE
  baseline.baseline_date < episode.enrolled_date
