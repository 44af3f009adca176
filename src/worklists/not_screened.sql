-- Grain: one row per person seen in the calendar month of the as-of date and not screened in it or the eleven before. Key: patient_id.
WITH
  patient_month AS (
    SELECT
      *
    FROM
      model.patient_month
    WHERE
      period_start = month_start (cast($as_of AS DATE))
  ),
  person AS (
    SELECT
      *
    FROM
      model.person_on_day
  ),
  clinic AS (
    SELECT
      *
    FROM
      model.clinic
  ),
  screen AS (
    SELECT
      *
    FROM
      model.screen
  ),
  recent AS (
    SELECT
      add_days (add_months (month_start (cast($as_of AS DATE)), start_months), start_days) AS first_day
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
  last_screen AS (
    SELECT
      patient_id,
      max(assessed_date) AS screened_date
    FROM
      screen
    GROUP BY
      patient_id
  ),
  listed AS (
    SELECT
      patient_month.patient_id,
      coalesce(clinic.name, patient_month.clinic_id) AS clinic,
      cast(NULL AS VARCHAR) AS care_manager_id,
      cast(NULL AS VARCHAR) AS episode_id,
      cast(NULL AS DATE) AS last_contact_date,
      patient_month.first_visit_date AS waiting_since,
      last_screen.screened_date,
      CASE
        WHEN last_screen.screened_date IS NULL THEN 'never_screened'
        ELSE 'screen_lapsed'
      END AS reason,
      cast(days_between (last_screen.screened_date, cast($as_of AS DATE)) AS DECIMAL(12, 4)) AS detail,
      cast(NULL AS VARCHAR) AS last_instrument,
      cast(NULL AS DECIMAL(12, 4)) AS last_score,
      cast(NULL AS DATE) AS last_score_date
    FROM
      patient_month
      CROSS JOIN recent
      CROSS JOIN rule
      JOIN person ON person.patient_id = patient_month.patient_id
      AND person.day = patient_month.first_visit_date
      LEFT JOIN last_screen ON last_screen.patient_id = patient_month.patient_id
      LEFT JOIN clinic ON clinic.clinic_id = patient_month.clinic_id
    WHERE
      coalesce(person.age >= rule.screening_min_age, TRUE)
      AND coalesce(last_screen.screened_date < recent.first_day, TRUE)
  ),
  ranked AS (
    SELECT
      *,
      days_between (waiting_since, cast($as_of AS DATE)) AS days_waiting,
      row_number() OVER (
        ORDER BY
          screened_date NULLS FIRST,
          waiting_since,
          patient_id
      ) AS rank
    FROM
      listed
  )
SELECT
  care_manager_id,
  clinic,
  patient_id,
  episode_id,
  rank,
  reason,
  detail,
  days_waiting,
  last_instrument,
  last_score,
  last_score_date,
  last_contact_date
FROM
  ranked
