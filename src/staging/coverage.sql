-- Grain: one row per person and payer span. Key: patient_id, payer_category, start_date.
SELECT
  patient_id,
  payer_category,
  start_date,
  end_date
FROM
  raw.coverage
