-- Grain: one row per person and month with a qualifying visit. Key: unit_id, instrument, "window".
WITH
  patient_month AS (
    SELECT
      *
    FROM
      model.patient_month
  ),
  person AS (
    SELECT
      *
    FROM
      model.person_on_day
  ),
  care_window AS (
    SELECT
      *
    FROM
      ref.care_window
    WHERE
      "window" = 'last_12m'
  ),
  rule AS (
    SELECT
      *
    FROM
      ref.care_rule
  ),
  screen AS (
    SELECT
      *
    FROM
      model.screen
  ),
  seen AS (
    SELECT
      patient_month.unit_id,
      patient_month.patient_id,
      patient_month.period_start,
      patient_month.clinic_id,
      patient_month.is_over,
      care_window."window",
      person.age < rule.screening_min_age AS is_under_age,
      person.age_band,
      person.sex,
      person.race,
      person.ethnicity,
      person.language,
      person.area,
      person.payer,
      add_days (add_months (patient_month.period_start, care_window.start_months), care_window.start_days) AS window_start,
      add_days (add_months (patient_month.period_start, care_window.end_months), care_window.end_days) AS window_end
    FROM
      patient_month
      CROSS JOIN care_window
      CROSS JOIN rule
      JOIN person ON person.patient_id = patient_month.patient_id
      AND person.day = patient_month.first_visit_date
  ),
  screened AS (
    SELECT DISTINCT
      seen.patient_id,
      seen.unit_id
    FROM
      seen
      JOIN screen ON screen.patient_id = seen.patient_id
      AND screen.assessed_date BETWEEN seen.window_start AND seen.window_end
  )
SELECT
  seen.*,
  screened.unit_id IS NOT NULL AS is_met,
  'unknown' AS baseline_band,
  CASE
    WHEN NOT seen.is_over THEN 'window_open'
    WHEN seen.is_under_age THEN 'under_age'
  END AS exclusion_reason
FROM
  seen
  LEFT JOIN screened ON screened.patient_id = seen.patient_id
  AND screened.unit_id = seen.unit_id
