-- Grain: one row per score of a person on the PHQ-9 or PHQ-9M, in the one order of scores. Key: assessment_id.
WITH
  score AS (
    SELECT
      *
    FROM
      model.scored_assessment
    WHERE
      score IS NOT NULL
  ),
  version AS (
    SELECT
      *
    FROM
      ref.phq9_version
  ),
  instrument AS (
    SELECT
      *
    FROM
      ref.instrument
  )
SELECT
  score.assessment_id,
  score.patient_id,
  score.instrument,
  score.assessed_date,
  score.score,
  score.score >= instrument.elevated_min AS is_elevated,
  score.score < instrument.remission_max + 1 AS is_remission,
  row_number() OVER (
    PARTITION BY
      score.patient_id
    ORDER BY
      score.assessed_date,
      score.recorded_at NULLS FIRST,
      score.score,
      score.assessment_id
  ) AS sequence
FROM
  score
  JOIN version ON version.instrument = score.instrument
  JOIN instrument ON instrument.instrument = score.instrument
