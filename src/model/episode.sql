-- Grain: one row per episode of care, as known on the as-of date: a later date has not happened. Key: episode_id.
WITH
  episode AS (
    SELECT
      *
    FROM
      staging.episode
  ),
  today AS (
    SELECT
      cast($as_of AS DATE) AS as_of
  )
SELECT
  episode_id,
  patient_id,
  clinic_id,
  care_manager_id,
  CASE
    WHEN referred_date <= as_of THEN referred_date
  END AS referred_date,
  CASE
    WHEN enrolled_date <= as_of THEN enrolled_date
  END AS enrolled_date,
  CASE
    WHEN ended_date <= as_of THEN ended_date
  END AS ended_date,
  CASE
    WHEN ended_date <= as_of THEN end_reason
  END AS end_reason,
  target_condition,
  primary_instrument
FROM
  episode
  CROSS JOIN today
