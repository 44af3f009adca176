-- Grain: one row per episode of care. Key: episode_id.
SELECT
  episode_id,
  patient_id,
  clinic_id,
  care_manager_id,
  referred_date,
  enrolled_date,
  ended_date,
  end_reason,
  target_condition,
  primary_instrument
FROM
  raw.episode
