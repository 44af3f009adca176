-- Grain: one row per enrolled episode. Key: unit_id.
WITH
  course AS (
    SELECT
      *
    FROM
      model.nhs_course
  )
SELECT
  course.*,
  is_recovered
  AND is_improved AS is_met,
  CASE
    WHEN course_exclusion IS NOT NULL THEN course_exclusion
    WHEN NOT is_case_first THEN 'not_at_caseness'
  END AS exclusion_reason
FROM
  course
