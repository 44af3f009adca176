-- Grain: one row per person, calendar month and code of collaborative care that was billed and not taken back. Key: patient_id, month, code.
WITH
  billing AS (
    SELECT
      *
    FROM
      staging.billing
  ),
  billing_code AS (
    SELECT
      *
    FROM
      ref.billing_code
  ),
  line AS (
    SELECT
      billing.patient_id,
      billing.service_month AS month,
      billing.code,
      CASE
        WHEN billing.paid < 0 THEN - coalesce(billing.units, 1)
        ELSE coalesce(billing.units, 1)
      END AS units
    FROM
      billing
      JOIN billing_code ON billing_code.code = billing.code
  )
SELECT
  patient_id,
  month,
  code,
  sum(units) AS units
FROM
  line
GROUP BY
  patient_id,
  month,
  code
HAVING
  sum(units) > 0
