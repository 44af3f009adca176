-- Grain: one row per person whose last screen, in the last 12 calendar months, was positive and who is not in care for it. Key: patient_id.
WITH
  screen AS (
    SELECT
      *
    FROM
      model.screen
  ),
  assessment AS (
    SELECT
      *
    FROM
      model.scored_assessment
  ),
  instrument AS (
    SELECT
      *
    FROM
      ref.instrument
  ),
  episode AS (
    SELECT
      *
    FROM
      model.episode
    WHERE
      coalesce(referred_date, enrolled_date) IS NOT NULL
  ),
  person AS (
    SELECT
      *
    FROM
      model.person
  ),
  patient_month AS (
    SELECT
      *
    FROM
      model.patient_month
  ),
  clinic AS (
    SELECT
      *
    FROM
      model.clinic
  ),
  recent AS (
    SELECT
      add_days (add_months (month_start (cast($as_of AS DATE)), start_months), start_days) AS first_day
    FROM
      ref.care_window
    WHERE
      "window" = 'last_12m'
  ),
  last_screen AS (
    SELECT
      screen.patient_id,
      screen.assessed_date,
      screen.is_positive,
      assessment.instrument,
      assessment.score,
      row_number() OVER (
        PARTITION BY
          screen.patient_id
        ORDER BY
          screen.assessed_date DESC,
          assessment.recorded_at DESC NULLS LAST,
          assessment.score DESC,
          assessment.assessment_id DESC
      ) AS recency
    FROM
      screen
      JOIN assessment ON assessment.assessment_id = screen.assessment_id
  ),
  last_month AS (
    SELECT
      patient_id,
      max(period_start) AS period_start
    FROM
      patient_month
    GROUP BY
      patient_id
  ),
  followed AS (
    SELECT DISTINCT
      last_screen.patient_id
    FROM
      last_screen
      JOIN episode ON episode.patient_id = last_screen.patient_id
      AND coalesce(episode.ended_date >= last_screen.assessed_date, TRUE)
    WHERE
      last_screen.recency = 1
  ),
  listed AS (
    SELECT
      last_screen.patient_id,
      coalesce(clinic.name, patient_month.clinic_id, 'unknown') AS clinic,
      cast(NULL AS VARCHAR) AS care_manager_id,
      cast(NULL AS VARCHAR) AS episode_id,
      cast(NULL AS DATE) AS last_contact_date,
      last_screen.assessed_date AS waiting_since,
      'not_followed' AS reason,
      cast(NULL AS DECIMAL(12, 4)) AS detail,
      last_screen.instrument AS last_instrument,
      last_screen.score AS last_score,
      last_screen.assessed_date AS last_score_date,
      whole_quotient (cast(last_screen.score * 10000 AS INTEGER), instrument.max) AS severity
    FROM
      last_screen
      CROSS JOIN recent
      JOIN instrument ON instrument.instrument = last_screen.instrument
      LEFT JOIN followed ON followed.patient_id = last_screen.patient_id
      LEFT JOIN person ON person.patient_id = last_screen.patient_id
      LEFT JOIN last_month ON last_month.patient_id = last_screen.patient_id
      LEFT JOIN patient_month ON patient_month.patient_id = last_month.patient_id
      AND patient_month.period_start = last_month.period_start
      LEFT JOIN clinic ON clinic.clinic_id = patient_month.clinic_id
    WHERE
      last_screen.recency = 1
      AND last_screen.is_positive
      AND followed.patient_id IS NULL
      AND coalesce(person.deceased_date > cast($as_of AS DATE), TRUE)
      AND last_screen.assessed_date >= recent.first_day
  ),
  ranked AS (
    SELECT
      *,
      days_between (waiting_since, cast($as_of AS DATE)) AS days_waiting,
      row_number() OVER (
        ORDER BY
          severity DESC,
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
