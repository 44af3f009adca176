-- Grain: one row per episode, enrolled or only referred. Key: unit_id, instrument, "window".
WITH
  wait AS (
    SELECT
      *
    FROM
      model.wait
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
      "window" = 'wait_14d'
  ),
  unit AS (
    SELECT
      wait.*,
      care_window."window",
      add_days (wait.referred_date, care_window.end_days) AS window_end
    FROM
      wait
      CROSS JOIN care_window
  )
SELECT
  unit.episode_id AS unit_id,
  unit."window",
  month_start (unit.referred_date) AS period_start,
  unit.clinic_id,
  coalesce(person.age_band, 'unknown') AS age_band,
  coalesce(person.sex, 'unknown') AS sex,
  coalesce(person.race, 'unknown') AS race,
  coalesce(person.ethnicity, 'unknown') AS ethnicity,
  coalesce(person.language, 'unknown') AS language,
  coalesce(person.area, 'unknown') AS area,
  coalesce(person.payer, 'unknown') AS payer,
  coalesce(unit.seen_date <= unit.window_end, FALSE) AS is_met,
  'unknown' AS baseline_band,
  CASE
    WHEN unit.referred_date IS NULL THEN 'no_referral_date'
    WHEN unit.window_end > cast($as_of AS DATE) THEN 'window_open'
    WHEN unit.ended_date <= unit.window_end
    AND coalesce(unit.seen_date > unit.window_end, TRUE) THEN 'withdrew'
  END AS exclusion_reason
FROM
  unit
  LEFT JOIN person ON person.patient_id = unit.patient_id
  AND person.day = unit.referred_date
