-- Grain: one row per dated act of care. Key: episode_id, event_date, kind.
WITH
  parameter AS (
    SELECT
      end_date
    FROM
      given.parameter
  ),
  course AS (
    SELECT
      course.episode,
      course.enrolled_date,
      referral.referred_date,
      random_bits ('care', course.episode) AS bits
    FROM
      world.course AS course
      JOIN world.referral AS referral ON referral.episode = course.episode
  ),
  ending AS (
    SELECT
      episode,
      last_date,
      ended_date,
      end_reason
    FROM
      world.ending
  ),
  at_risk AS (
    SELECT
      appointment.episode,
      appointment.occasion_date,
      random_bits ('safety', appointment.episode * 100 + appointment.step) AS bits
    FROM
      world.appointment AS appointment
      JOIN world.item_pattern AS item_pattern ON item_pattern.instrument = 'phq9'
      AND item_pattern.total = appointment.phq9
      AND item_pattern.variant = appointment.form
    WHERE
      appointment.is_scored
      AND item_pattern.item_9 > 0
  ),
  review AS (
    SELECT
      episode_id,
      review_date,
      recommendation
    FROM
      extract.case_review
    WHERE
      treatment_changed
  ),
  session AS (
    SELECT
      appointment.episode,
      appointment.occasion_date,
      random_bits ('session', appointment.episode * 100 + appointment.step) AS bits
    FROM
      world.appointment AS appointment
    WHERE
      appointment.is_kept
      AND appointment.step > 0
  ),
  act AS (
    SELECT
      episode_id (episode) AS episode_id,
      enrolled_date AS event_date,
      'care_plan' AS kind
    FROM
      course
    WHERE
      permille (bits, 0) < 930
    UNION ALL
    SELECT
      episode_id (episode),
      enrolled_date,
      'patient_education'
    FROM
      course
    WHERE
      permille (bits, 1) < 800
    UNION ALL
    SELECT
      episode_id (episode),
      referred_date,
      'warm_handoff'
    FROM
      course
    WHERE
      permille (bits, 2) < 350
    UNION ALL
    SELECT
      episode_id (episode),
      last_date,
      'relapse_prevention_plan'
    FROM
      ending
    WHERE
      end_reason = 'treatment target reached'
    UNION ALL
    SELECT
      episode_id (episode),
      ended_date,
      'referral'
    FROM
      ending
    WHERE
      end_reason = 'referred to specialty care'
    UNION ALL
    SELECT
      episode_id (episode),
      add_days (
        occasion_date,
        CASE
          WHEN permille (bits, 1) < 900 THEN 0
          ELSE 1
        END
      ),
      'safety_plan'
    FROM
      at_risk
    WHERE
      permille (bits, 0) < 850
    UNION ALL
    SELECT
      episode_id,
      add_days (review_date, 3),
      CASE recommendation
        WHEN 'start psychotherapy' THEN 'referral'
        ELSE 'medication_change'
      END
    FROM
      review
    UNION ALL
    SELECT
      episode_id (episode),
      occasion_date,
      'psychotherapy_session'
    FROM
      session
    WHERE
      permille (bits, 0) < 280
  )
SELECT
  act.episode_id,
  act.event_date,
  act.kind
FROM
  act
  CROSS JOIN parameter
WHERE
  act.event_date <= parameter.end_date
