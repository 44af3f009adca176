-- A score that belongs to two episodes is counted twice.
SELECT
  assessment_id
FROM
  model.episode_score
GROUP BY
  assessment_id
HAVING
  count(*) > 1
