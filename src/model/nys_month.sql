-- Grain: one row per person and calendar month in care as New York State counts it: closed 90 days after the last treatment contact. Key: unit_id.
-- A programme without anybody on Medicaid has none.
WITH
  episode_month AS (
    SELECT
      *
    FROM
      model.episode_month
  ),
  rule AS (
    SELECT
      *
    FROM
      ref.programme_rule
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
  score AS (
    SELECT
      *
    FROM
      model.steering_score
  ),
  instrument AS (
    SELECT
      *
    FROM
      ref.instrument
  ),
  contacted AS (
    SELECT
      episode_month.episode_id,
      episode_month.period_start,
      max(contact.act_date) AS last_contact_date
    FROM
      episode_month
      JOIN contact ON contact.episode_id = episode_month.episode_id
      AND contact.act_date <= episode_month.month_end
    GROUP BY
      episode_month.episode_id,
      episode_month.period_start
  ),
  dated AS (
    SELECT
      episode_month.*,
      contacted.last_contact_date,
      add_days (coalesce(contacted.last_contact_date, episode_month.enrolled_date), rule.inactive_days) AS inactive_date
    FROM
      episode_month
      CROSS JOIN rule
      LEFT JOIN contacted ON contacted.episode_id = episode_month.episode_id
      AND contacted.period_start = episode_month.period_start
  ),
  active AS (
    SELECT
      *,
      CASE
        WHEN inactive_date < last_day_in_care THEN inactive_date
        ELSE last_day_in_care
      END AS judged_date
    FROM
      dated
    WHERE
      inactive_date >= period_start
  ),
  insured AS (
    SELECT DISTINCT
      active.patient_id,
      active.period_start
    FROM
      active
      JOIN span ON span.patient_id = active.patient_id
      AND coalesce(span.start_date, active.period_start) <= active.period_start
      AND coalesce(span.end_date, active.period_start) >= active.period_start
  ),
  medicaid_programme AS (
    SELECT
      count(*) AS months
    FROM
      insured
  ),
  last_score AS (
    SELECT
      active.episode_id,
      active.period_start,
      max(score.sequence) AS sequence
    FROM
      active
      JOIN score ON score.episode_id = active.episode_id
      AND score.assessed_date <= active.judged_date
    GROUP BY
      active.episode_id,
      active.period_start
  )
SELECT
  active.unit_id,
  active.episode_id,
  active.patient_id,
  active.clinic_id,
  active.period_start,
  active.month_end,
  active.judged_date,
  active.enrolled_date,
  active.age_band,
  active.sex,
  active.race,
  active.ethnicity,
  active.language,
  active.area,
  active.payer,
  active.baseline_band,
  coalesce(active.last_contact_date >= active.period_start, FALSE) AS is_contacted,
  coalesce(score.assessed_date >= active.period_start, FALSE) AS is_scored,
  score.is_elevated,
  score.is_improved,
  score.score < instrument.remission_max + 1 AS is_remission,
  days_between (active.enrolled_date, active.judged_date) AS days_in_care,
  insured.patient_id IS NOT NULL AS has_medicaid,
  CASE
    WHEN NOT active.is_over THEN 'window_open'
    WHEN insured.patient_id IS NULL THEN 'not_medicaid'
  END AS month_exclusion
FROM
  active
  JOIN medicaid_programme ON medicaid_programme.months > 0
  LEFT JOIN insured ON insured.patient_id = active.patient_id
  AND insured.period_start = active.period_start
  LEFT JOIN last_score ON last_score.episode_id = active.episode_id
  AND last_score.period_start = active.period_start
  LEFT JOIN score ON score.episode_id = last_score.episode_id
  AND score.sequence = last_score.sequence
  LEFT JOIN instrument ON instrument.instrument = score.instrument
