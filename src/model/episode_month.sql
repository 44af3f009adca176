-- Grain: one row per enrolled episode and calendar month with a day of it in care, up to the as-of date. Key: unit_id.
WITH
  enrolment AS (
    SELECT
      *
    FROM
      model.enrolment
  ),
  month AS (
    SELECT
      *
    FROM
      model.month
  )
SELECT
  enrolment.episode_id || ':' || substr(cast(month.month AS VARCHAR), 1, 7) AS unit_id,
  enrolment.episode_id,
  enrolment.patient_id,
  enrolment.clinic_id,
  enrolment.enrolled_date,
  month.month AS period_start,
  month.month_end,
  CASE
    WHEN enrolment.ended_date < month.month_end THEN enrolment.ended_date
    ELSE month.month_end
  END AS last_day_in_care,
  coalesce(enrolment.ended_date >= month.month_end, TRUE) AS is_in_care_at_end,
  month.month_end <= cast($as_of AS DATE) AS is_over,
  enrolment.age_band,
  enrolment.sex,
  enrolment.race,
  enrolment.ethnicity,
  enrolment.language,
  enrolment.payer,
  enrolment.baseline_band
FROM
  enrolment
  JOIN month ON month.month_end >= enrolment.enrolled_date
  AND month.month <= coalesce(enrolment.ended_date, month.month)
