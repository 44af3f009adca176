-- Grain: one row per qualifying visit. Key: visit_id, patient_id, clinic_id, visit_date, type.
SELECT
  visit_id,
  patient_id,
  clinic_id,
  visit_date,
  coalesce(end_date, visit_date) AS end_date,
  type
FROM
  raw.visit
