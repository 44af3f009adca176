-- Grain: one row per person and calendar month with minutes of a care manager in care, up to the as-of date. Key: unit_id.
-- Of several episodes in a month the one with the first contact stands for the person.
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
      staging.contact
    WHERE
      kind = 'treatment'
      AND minutes > 0
      AND contact_date <= cast($as_of AS DATE)
  ),
  care_manager_role AS (
    SELECT
      *
    FROM
      ref.care_manager_role
  ),
  billed_month AS (
    SELECT
      *
    FROM
      model.billed_month
  ),
  main_code AS (
    SELECT
      *
    FROM
      ref.billing_code
    WHERE
      "role" = 'main'
  ),
  add_on AS (
    SELECT
      *
    FROM
      ref.billing_code
    WHERE
      "role" = 'add_on'
  ),
  rule AS (
    SELECT
      *
    FROM
      ref.billing_rule
  ),
  worked AS (
    SELECT
      enrolment.patient_id,
      enrolment.episode_id,
      month_start (contact.contact_date) AS month,
      contact.minutes,
      row_number() OVER (
        PARTITION BY
          enrolment.patient_id,
          month_start (contact.contact_date)
        ORDER BY
          contact.contact_date,
          contact.contact_id
      ) AS place
    FROM
      contact
      JOIN enrolment ON enrolment.episode_id = contact.episode_id
      AND contact.contact_date >= enrolment.enrolled_date
      AND contact.contact_date <= coalesce(enrolment.ended_date, contact.contact_date)
      LEFT JOIN care_manager_role ON care_manager_role.role = lower(contact.staff_role)
    WHERE
      contact.staff_role IS NULL
      OR care_manager_role.role IS NOT NULL
  ),
  total AS (
    SELECT
      patient_id,
      month,
      cast(floor(sum(minutes)) AS INTEGER) AS minutes
    FROM
      worked
    GROUP BY
      patient_id,
      month
  ),
  ordered AS (
    SELECT
      *,
      lag (month) OVER (
        PARTITION BY
          patient_id
        ORDER BY
          month
      ) AS month_before
    FROM
      total
  ),
  placed AS (
    SELECT
      ordered.patient_id,
      ordered.month,
      ordered.minutes,
      CASE
        WHEN add_months (ordered.month_before, rule.new_episode_months + 1) > ordered.month THEN 'later'
        ELSE 'first'
      END AS months
    FROM
      ordered
      CROSS JOIN rule
  ),
  reached AS (
    SELECT
      placed.patient_id,
      placed.month,
      main_code.code,
      main_code.months,
      main_code.minutes_full,
      row_number() OVER (
        PARTITION BY
          placed.patient_id,
          placed.month
        ORDER BY
          main_code.minutes_min DESC,
          main_code.code
      ) AS preference
    FROM
      placed
      JOIN main_code ON main_code.months IN (placed.months, 'any')
      AND main_code.minutes_min <= placed.minutes
  ),
  billed AS (
    SELECT
      patient_id,
      month,
      max(
        CASE
          WHEN add_on.code = billed_month.code THEN 1
          ELSE 0
        END
      ) AS add_ons
    FROM
      billed_month
      CROSS JOIN add_on
    GROUP BY
      patient_id,
      month
  )
SELECT
  placed.patient_id || ':' || substr(cast(placed.month AS VARCHAR), 1, 7) AS unit_id,
  placed.patient_id,
  worked.episode_id,
  placed.month AS period_start,
  add_days (add_months (placed.month, 1), -1) <= cast($as_of AS DATE) AS is_over,
  placed.months,
  placed.minutes,
  coalesce(reached.code, 'none') AS code,
  coalesce(
    reached.months = placed.months
    AND placed.minutes >= reached.minutes_full + add_on.minutes_min,
    FALSE
  ) AS has_add_on,
  CASE
    WHEN reached.months = placed.months
    AND placed.minutes >= reached.minutes_full + add_on.minutes_min THEN cast(
      whole_quotient (placed.minutes - reached.minutes_full - add_on.minutes_min, add_on.minutes_full) + 1 AS INTEGER
    )
    ELSE 0
  END AS add_on_units,
  coalesce(
    placed.minutes BETWEEN full_code.minutes_min - rule.near_minutes AND full_code.minutes_min - 1,
    FALSE
  ) AS is_near,
  billed.patient_id IS NOT NULL AS is_billed,
  coalesce(billed.add_ons, 0) > 0 AS is_add_on_billed,
  enrolment.clinic_id,
  enrolment.age_band,
  enrolment.sex,
  enrolment.race,
  enrolment.ethnicity,
  enrolment.language,
  enrolment.area,
  enrolment.payer,
  enrolment.baseline_band
FROM
  placed
  CROSS JOIN add_on
  CROSS JOIN rule
  JOIN worked ON worked.patient_id = placed.patient_id
  AND worked.month = placed.month
  AND worked.place = 1
  JOIN enrolment ON enrolment.episode_id = worked.episode_id
  LEFT JOIN reached ON reached.patient_id = placed.patient_id
  AND reached.month = placed.month
  AND reached.preference = 1
  LEFT JOIN main_code AS full_code ON full_code.months = placed.months
  LEFT JOIN billed ON billed.patient_id = placed.patient_id
  AND billed.month = placed.month
