-- Grain: one row per span of medication or therapy. Key: treatment_id, patient_id, class, name, start_date, recorded_date.
SELECT
  treatment_id,
  patient_id,
  class,
  name,
  dose,
  start_date,
  end_date,
  recorded_date
FROM
  raw.treatment
