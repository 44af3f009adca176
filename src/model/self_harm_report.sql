-- Grain: one row per assessment in an episode that reports thoughts of self-harm. Key: assessment_id.
WITH
  assessment AS (
    SELECT
      *
    FROM
      model.scored_assessment
  ),
  assessment_episode AS (
    SELECT
      *
    FROM
      model.assessment_episode
  ),
  rule AS (
    SELECT
      *
    FROM
      ref.care_rule
  )
SELECT
  assessment.assessment_id,
  assessment_episode.episode_id,
  assessment.patient_id,
  assessment.assessed_date,
  assessment.self_harm_score,
  coalesce(assessment.assessed_date <= assessment_episode.ended_date, TRUE) AS is_in_care
FROM
  assessment
  CROSS JOIN rule
  JOIN assessment_episode ON assessment_episode.assessment_id = assessment.assessment_id
WHERE
  assessment.self_harm_score >= rule.self_harm_min
