-- Grain: one row per enrolled episode: the day it ended or, if earlier, lapsed for want of treatment contacts as New York State counts it. Key: episode_id.
-- A programme without anybody on Medicaid has none.
WITH
  enrolment AS (
    SELECT
      *
    FROM
      model.enrolment
  ),
  contact AS (
    SELECT
      *
    FROM
      model.care_act
    WHERE
      act = 'treatment_contact'
      AND is_in_care
  ),
  span AS (
    SELECT
      *
    FROM
      model.medicaid_span
  ),
  nys_month AS (
    SELECT
      *
    FROM
      model.nys_month
  ),
  rule AS (
    SELECT
      *
    FROM
      ref.programme_rule
  ),
  seen AS (
    SELECT
      episode_id,
      enrolled_date AS seen_date
    FROM
      enrolment
    UNION
    SELECT
      episode_id,
      act_date
    FROM
      contact
  ),
  followed AS (
    SELECT
      episode_id,
      seen_date,
      lead (seen_date) OVER (
        PARTITION BY
          episode_id
        ORDER BY
          seen_date
      ) AS next_date
    FROM
      seen
  ),
  lapsed AS (
    SELECT
      followed.episode_id,
      min(add_days (followed.seen_date, rule.inactive_days)) AS lapsed_date
    FROM
      followed
      CROSS JOIN rule
    WHERE
      coalesce(followed.next_date > add_days (followed.seen_date, rule.inactive_days), TRUE)
    GROUP BY
      followed.episode_id
  ),
  closed AS (
    SELECT
      enrolment.*,
      CASE
        WHEN enrolment.ended_date <= lapsed.lapsed_date THEN enrolment.ended_date
        WHEN lapsed.lapsed_date <= cast($as_of AS DATE) THEN lapsed.lapsed_date
      END AS discharged_date
    FROM
      enrolment
      JOIN lapsed ON lapsed.episode_id = enrolment.episode_id
  ),
  insured AS (
    SELECT DISTINCT
      closed.episode_id
    FROM
      closed
      JOIN span ON span.patient_id = closed.patient_id
      AND coalesce(span.start_date, month_start (closed.discharged_date)) <= month_start (closed.discharged_date)
      AND coalesce(span.end_date, closed.discharged_date) >= month_start (closed.discharged_date)
  ),
  medicaid_programme AS (
    SELECT
      count(*) AS months
    FROM
      nys_month
    WHERE
      has_medicaid
  )
SELECT
  closed.episode_id,
  closed.clinic_id,
  closed.enrolled_date,
  closed.discharged_date,
  closed.area,
  closed.age_band,
  closed.sex,
  closed.race,
  closed.ethnicity,
  closed.language,
  closed.payer,
  closed.baseline_band,
  insured.episode_id IS NOT NULL AS has_medicaid
FROM
  closed
  JOIN medicaid_programme ON medicaid_programme.months > 0
  LEFT JOIN insured ON insured.episode_id = closed.episode_id
