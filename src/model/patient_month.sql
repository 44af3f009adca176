-- Grain: one row per person and calendar month with a qualifying visit, up to the as-of date. Key: unit_id.
WITH
  visit AS (
    SELECT
      *
    FROM
      staging.visit
    WHERE
      visit_date <= cast($as_of AS DATE)
  ),
  placed AS (
    SELECT
      patient_id,
      clinic_id,
      visit_date,
      month_start (visit_date) AS month,
      row_number() OVER (
        PARTITION BY
          patient_id,
          month_start (visit_date)
        ORDER BY
          visit_date,
          clinic_id NULLS LAST,
          visit_id NULLS LAST
      ) AS visit_number
    FROM
      visit
  )
SELECT
  patient_id || ':' || substr(cast(month AS VARCHAR), 1, 7) AS unit_id,
  patient_id,
  coalesce(clinic_id, 'unknown') AS clinic_id,
  month AS period_start,
  visit_date AS first_visit_date,
  add_days (add_months (month, 1), -1) <= cast($as_of AS DATE) AS is_over
FROM
  placed
WHERE
  visit_number = 1
