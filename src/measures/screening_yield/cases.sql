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
      "window" = 'month'
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
    WHERE
      is_first
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
  )
SELECT
  seen.*,
  screen.is_positive AS is_met,
  'unknown' AS baseline_band,
  CASE
    WHEN NOT seen.is_over THEN 'window_open'
    WHEN seen.is_under_age THEN 'under_age'
    WHEN screen.assessment_id IS NULL THEN 'no_first_screen'
  END AS exclusion_reason
FROM
  seen
  LEFT JOIN screen ON screen.patient_id = seen.patient_id
  AND screen.assessed_date BETWEEN seen.window_start AND seen.window_end
