-- Grain: one row per person and span on Medicaid. Key: patient_id, payer_category, start_date.
WITH
  coverage AS (
    SELECT
      *
    FROM
      staging.coverage
  ),
  medicaid AS (
    SELECT
      *
    FROM
      ref.medicaid_payer
  )
SELECT
  coverage.patient_id,
  coverage.payer_category,
  coverage.start_date,
  coverage.end_date
FROM
  coverage
  JOIN medicaid ON medicaid.payer = lower(coverage.payer_category)
