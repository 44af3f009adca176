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
  is_improved AS is_met,
  course_exclusion AS exclusion_reason
FROM
  course
