-- Grain: one row per visit up to the as-of date and set of visit codes that it qualifies for. Key: code_set, patient_id, visit_date, end_date, clinic_id.
-- A visit whose kind is the site's own word qualifies for all, as the contract has it; one coded in CPT, HCPCS or SNOMED CT for the sets its code is in.
WITH
  visit AS (
    SELECT
      patient_id,
      coalesce(clinic_id, 'unknown') AS clinic_id,
      visit_date,
      end_date,
      upper(replace(replace(type, '.', ''), '-', '_')) AS code,
      length(type) >= 5
      AND translate(substr(type, 2), '0123456789', '') = '' AS is_coded
    FROM
      staging.visit
    WHERE
      visit_date <= cast($as_of AS DATE)
  ),
  set_code AS (
    SELECT
      *
    FROM
      ref.code_set
    WHERE
      code_set IN ('contact_or_office_visit', 'screening_visit')
  ),
  visit_set AS (
    SELECT DISTINCT
      code_set
    FROM
      set_code
  )
SELECT DISTINCT
  visit_set.code_set,
  visit.patient_id,
  visit.clinic_id,
  visit.visit_date,
  visit.end_date
FROM
  visit
  CROSS JOIN visit_set
  LEFT JOIN set_code ON set_code.code_set = visit_set.code_set
  AND set_code.code = visit.code
WHERE
  NOT coalesce(visit.is_coded, FALSE)
  OR set_code.code IS NOT NULL
