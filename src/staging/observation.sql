-- Grain: one row per laboratory value or vital sign. Key: observation_id, patient_id, code, observed_date, value, unit.
SELECT
  observation_id,
  patient_id,
  code,
  value,
  unit,
  observed_date
FROM
  raw.observation
