-- Grain: one row per person ever enrolled and two definitions of better. Key: unit_id, "window".
WITH
  verdict AS (
    SELECT
      *
    FROM
      model.definition_verdict
  )
SELECT
  one.*,
  one.patient_id AS unit_id,
  one.definition || '-' || other.definition AS "window",
  TRUE AS is_met,
  CASE
    WHEN one.verdict <> 'met'
    AND other.verdict <> 'met' THEN 'better_by_neither'
    WHEN one.verdict = 'met' THEN CASE other.verdict
      WHEN 'met' THEN NULL
      WHEN 'not_met' THEN 'first_only_threshold'
      WHEN 'no_score' THEN 'first_only_no_score'
      ELSE 'first_only_not_counted'
    END
    WHEN one.verdict = 'not_met' THEN 'second_only_threshold'
    WHEN one.verdict = 'no_score' THEN 'second_only_no_score'
    ELSE 'second_only_not_counted'
  END AS exclusion_reason
FROM
  verdict AS one
  JOIN verdict AS other ON other.patient_id = one.patient_id
  AND other.position > one.position
