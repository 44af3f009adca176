-- Grain: one row per person. Key: patient_id.
SELECT
  patient_id,
  birth_date,
  coalesce(birth_year, year(birth_date)) AS birth_year,
  coalesce(sex, 'unknown') AS sex,
  coalesce(race, 'unknown') AS race,
  coalesce(ethnicity, 'unknown') AS ethnicity,
  coalesce(language, 'unknown') AS language,
  coalesce(area_code, 'unknown') AS area,
  deceased_date
FROM
  staging.patient
