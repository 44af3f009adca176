-- Grain: one row per qualifying visit. Key: visit_id.
SELECT
  concat(patient_id (patient), '-visit-', visit) AS visit_id,
  patient_id (patient) AS patient_id,
  clinic_id (clinic) AS clinic_id,
  visit_date,
  visit_type AS type
FROM
  world.primary_visit
