-- Grain: one row per person. Key: patient_id.
WITH
  parameter AS (
    SELECT
      end_date
    FROM
      given.parameter
  ),
  death AS (
    SELECT
      ending.episode // 10 AS patient,
      ending.ended_date
    FROM
      world.ending AS ending
      CROSS JOIN parameter
    WHERE
      ending.end_reason = 'deceased'
      AND ending.ended_date <= parameter.end_date
  )
SELECT
  patient_id (patient.patient) AS patient_id,
  patient.birth_date,
  patient.sex,
  patient.race,
  patient.ethnicity,
  patient.language,
  area.area_code,
  death.ended_date AS deceased_date
FROM
  world.patient AS patient
  JOIN world.area AS area ON area.area = patient.area
  LEFT JOIN death ON death.patient = patient.patient
