-- Grain: one row per person and payer span. Key: patient_id, payer_category, start_date.
WITH
  parameter AS (
    SELECT
      start_date,
      months,
      payer_changes
    FROM
      given.parameter
  ),
  patient AS (
    SELECT
      patient.patient,
      patient.payer,
      random_bits ('payer', patient.patient) AS bits,
      parameter.start_date,
      add_months (parameter.start_date, below (parameter.months, random_bits ('payer', patient.patient), 1)) AS change_date,
      patient.payer IN ('Medicaid', 'Commercial')
      AND permille (random_bits ('payer', patient.patient), 0) < parameter.payer_changes AS is_changed
    FROM
      world.patient AS patient
      CROSS JOIN parameter
  ),
  span AS (
    SELECT
      patient,
      payer,
      add_days (start_date, -365) AS start_date,
      CASE
        WHEN is_changed THEN add_days (change_date, -1)
      END AS end_date
    FROM
      patient
    UNION ALL
    SELECT
      patient,
      CASE payer
        WHEN 'Medicaid' THEN 'Commercial'
        ELSE 'Medicaid'
      END,
      change_date,
      cast(NULL AS DATE)
    FROM
      patient
    WHERE
      is_changed
  )
SELECT
  patient_id (patient) AS patient_id,
  payer AS payer_category,
  start_date,
  end_date
FROM
  span
