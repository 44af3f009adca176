-- Grain: one row per score of an enrolled episode, from enrolment on, in the one order of scores. Key: assessment_id.
WITH
  score AS (
    SELECT
      *
    FROM
      model.scored_assessment
    WHERE
      score IS NOT NULL
  ),
  assessment_episode AS (
    SELECT
      *
    FROM
      model.assessment_episode
  )
SELECT
  score.assessment_id,
  assessment_episode.episode_id,
  score.instrument,
  score.assessed_date,
  score.score,
  days_between (assessment_episode.enrolled_date, score.assessed_date) AS enrolled_days,
  row_number() OVER (
    PARTITION BY
      assessment_episode.episode_id,
      score.instrument
    ORDER BY
      score.assessed_date,
      score.recorded_at NULLS FIRST,
      score.score,
      score.assessment_id
  ) AS sequence
FROM
  score
  JOIN assessment_episode ON assessment_episode.assessment_id = score.assessment_id
