-- Grain: one row per billed code. Key: billing_id, patient_id, clinic_id, service_month, code, units, paid.
SELECT
  billing_id,
  patient_id,
  clinic_id,
  service_month,
  upper(code) AS code,
  units,
  paid
FROM
  raw.billing
