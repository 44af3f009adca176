-- Grain: one row per assessment of an enrolled person from enrolment on, with the episode it belongs to. Key: assessment_id.
WITH
  assessment AS (
    SELECT
      *
    FROM
      model.scored_assessment
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
      assessment.assessment_id,
      episode.episode_id,
      episode.enrolled_date,
      episode.ended_date,
      row_number() OVER (
        PARTITION BY
          assessment.patient_id,
          assessment.assessment_id
        ORDER BY
          episode.enrolled_date DESC,
          episode.episode_id DESC
      ) AS preference
    FROM
      assessment
      JOIN episode ON episode.patient_id = assessment.patient_id
      AND episode.enrolled_date <= assessment.assessed_date
      AND coalesce(assessment.episode_id, episode.episode_id) = episode.episode_id
  )
SELECT
  assessment_id,
  episode_id,
  enrolled_date,
  ended_date
FROM
  candidate
WHERE
  preference = 1
