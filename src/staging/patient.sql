-- Grain: one row per person. Key: patient_id.
SELECT
  patient_id,
  birth_date,
  birth_year,
  sex,
  gender,
  race,
  ethnicity,
  language,
  area_code,
  deceased_date
FROM
  raw.patient
