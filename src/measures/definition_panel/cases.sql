-- Grain: one row per person ever enrolled and definition of better. Key: unit_id, "window".
WITH
  verdict AS (
    SELECT
      *
    FROM
      model.definition_verdict
  )
SELECT
  verdict.*,
  patient_id AS unit_id,
  definition AS "window",
  verdict IN ('met', 'not_met') AS is_observed,
  verdict = 'met' AS is_met,
  CASE verdict
    WHEN 'not_counted' THEN 'not_in_definition'
    WHEN 'pending' THEN 'not_judged_yet'
  END AS exclusion_reason
FROM
  verdict
