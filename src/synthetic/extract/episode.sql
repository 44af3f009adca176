-- Grain: one row per episode of care, from referral on. Key: episode_id.
WITH
  parameter AS (
    SELECT
      end_date,
      closure_days
    FROM
      given.parameter
  ),
  course AS (
    SELECT
      referral.episode,
      referral.patient,
      referral.clinic,
      referral.condition,
      referral.referred_date,
      enrolment.enrolled_date,
      enrolment.staff_id,
      CASE
        WHEN NOT referral.is_accepted THEN add_days (referral.referred_date, 10)
        WHEN ending.episode IS NOT NULL THEN ending.ended_date
        ELSE add_days (enrolment.enrolled_date, parameter.closure_days)
      END AS ended_date,
      CASE
        WHEN NOT referral.is_accepted THEN 'patient declined'
        WHEN ending.episode IS NOT NULL THEN ending.end_reason
        ELSE 'lost to follow-up'
      END AS end_reason
    FROM
      world.referral AS referral
      CROSS JOIN parameter
      LEFT JOIN world.enrolment AS enrolment ON enrolment.episode = referral.episode
      LEFT JOIN world.ending AS ending ON ending.episode = referral.episode
  )
SELECT
  episode_id (course.episode) AS episode_id,
  patient_id (course.patient) AS patient_id,
  clinic_id (course.clinic) AS clinic_id,
  course.staff_id AS care_manager_id,
  course.referred_date,
  course.enrolled_date,
  CASE
    WHEN course.ended_date <= parameter.end_date THEN course.ended_date
  END AS ended_date,
  CASE
    WHEN course.ended_date <= parameter.end_date THEN course.end_reason
  END AS end_reason,
  course.condition AS target_condition,
  condition.primary_instrument
FROM
  course
  CROSS JOIN parameter
  JOIN given.condition AS condition ON condition.condition = course.condition
