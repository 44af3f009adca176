-- Grain: one row per person and calendar year with a visit at which depression is screened for, at the clinic of the first. Key: patient_id, period_start.
WITH
  visit AS (
    SELECT
      *
    FROM
      model.coded_visit
    WHERE
      code_set = 'screening_visit'
  ),
  measurement_year AS (
    SELECT
      *
    FROM
      model.measurement_year
  ),
  placed AS (
    SELECT
      visit.patient_id,
      visit.clinic_id,
      measurement_year.year_start,
      measurement_year.year_end,
      row_number() OVER (
        PARTITION BY
          visit.patient_id,
          measurement_year.year_start
        ORDER BY
          visit.visit_date,
          visit.end_date,
          visit.clinic_id
      ) AS visit_number
    FROM
      visit
      JOIN measurement_year ON visit.visit_date >= measurement_year.year_start
      AND visit.end_date <= measurement_year.year_end
  )
SELECT
  patient_id || ':' || cast(year(year_start) AS VARCHAR) AS unit_id,
  patient_id,
  clinic_id,
  year_start AS period_start,
  year_end,
  year_end <= cast($as_of AS DATE) AS is_over
FROM
  placed
WHERE
  visit_number = 1
