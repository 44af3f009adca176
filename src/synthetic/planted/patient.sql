-- Grain: one row per line of the spoilt file. Key: patient_id.
SELECT
  patient.* replace(
    CASE
      WHEN defect.kind = 'missing_values' THEN NULL
      ELSE patient.sex
    END AS sex,
    CASE
      WHEN defect.kind = 'missing_values' THEN NULL
      ELSE patient.race
    END AS race,
    CASE
      WHEN defect.kind = 'missing_values' THEN NULL
      ELSE patient.language
    END AS language
  )
FROM
  extract.patient AS patient
  LEFT JOIN planted.defect AS defect ON defect.file = 'patient'
  AND defect.row_id = patient.patient_id
