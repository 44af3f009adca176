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
  episode AS (
    SELECT
      *
    FROM
      model.episode
    WHERE
      enrolled_date IS NOT NULL
  ),
  candidate AS (
    SELECT
      score.assessment_id,
      score.instrument,
      score.assessed_date,
      score.recorded_at,
      score.score,
      episode.episode_id,
      episode.enrolled_date,
      row_number() OVER (
        PARTITION BY
          score.patient_id,
          score.assessment_id
        ORDER BY
          episode.enrolled_date DESC,
          episode.episode_id DESC
      ) AS preference
    FROM
      score
      JOIN episode ON episode.patient_id = score.patient_id
      AND episode.enrolled_date <= score.assessed_date
      AND coalesce(score.episode_id, episode.episode_id) = episode.episode_id
  )
SELECT
  assessment_id,
  episode_id,
  instrument,
  assessed_date,
  score,
  days_between (enrolled_date, assessed_date) AS enrolled_days,
  row_number() OVER (
    PARTITION BY
      episode_id,
      instrument
    ORDER BY
      assessed_date,
      recorded_at NULLS FIRST,
      score,
      assessment_id
  ) AS sequence
FROM
  candidate
WHERE
  preference = 1
