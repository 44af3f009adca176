-- Grain: one row per coded diagnosis. Key: diagnosis_id, patient_id, code_system, code, onset_date, recorded_date, status.
SELECT
  diagnosis_id,
  patient_id,
  code_system,
  code,
  onset_date,
  recorded_date,
  lower(replace(status, '-', '_')) AS status,
  resolved_date,
  lower(replace(verification, '-', '_')) AS verification
FROM
  raw.diagnosis
