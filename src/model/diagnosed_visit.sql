-- Grain: one row per contact or office visit of a person with a verified diagnosis of depression at the time. Key: patient_id, visit_date, end_date, clinic_id.
WITH
  visit AS (
    SELECT
      *
    FROM
      model.coded_visit
    WHERE
      code_set = 'contact_or_office_visit'
  ),
  depression AS (
    SELECT
      *
    FROM
      model.coded_span
    WHERE
      code_set = 'depression'
      AND source = 'diagnosis'
  )
SELECT DISTINCT
  visit.patient_id,
  visit.clinic_id,
  visit.visit_date,
  visit.end_date
FROM
  visit
  JOIN depression ON depression.patient_id = visit.patient_id
  AND depression.first_date <= visit.end_date
  AND depression.last_date >= visit.visit_date
