-- Grain: one row per scored administration of a screening instrument. Key: assessment_id.
WITH
  assessment AS (
    SELECT
      *
    FROM
      model.scored_assessment
    WHERE
      score IS NOT NULL
  ),
  screening_instrument AS (
    SELECT
      *
    FROM
      ref.screening_instrument
  ),
  instrument AS (
    SELECT
      *
    FROM
      ref.instrument
  ),
  rule AS (
    SELECT
      *
    FROM
      ref.care_rule
  ),
  followed AS (
    SELECT
      assessment.assessment_id,
      assessment.patient_id,
      assessment.assessed_date,
      assessment.score >= instrument.elevated_min AS is_positive,
      lag (assessment.assessed_date) OVER (
        PARTITION BY
          assessment.patient_id
        ORDER BY
          assessment.assessed_date,
          assessment.recorded_at NULLS FIRST,
          assessment.score,
          assessment.assessment_id
      ) AS previous_date
    FROM
      assessment
      JOIN screening_instrument ON screening_instrument.instrument = assessment.instrument
      JOIN instrument ON instrument.instrument = assessment.instrument
  )
SELECT
  followed.assessment_id,
  followed.patient_id,
  followed.assessed_date,
  followed.is_positive,
  coalesce(
    days_between (followed.previous_date, followed.assessed_date) > rule.first_screen_days,
    TRUE
  ) AS is_first
FROM
  followed
  CROSS JOIN rule
