-- Grain: one row per contact or attempt at one. Key: episode, contact_date, kind.
WITH
  parameter AS (
    SELECT
      end_date
    FROM
      given.parameter
  ),
  appointment AS (
    SELECT
      episode,
      step,
      day,
      occasion_date,
      is_kept,
      random_bits ('contact', episode * 100 + step) AS bits
    FROM
      world.appointment
  ),
  kept AS (
    SELECT
      episode,
      occasion_date AS contact_date,
      'treatment' AS kind,
      permille (bits, 0) AS mode_slot,
      CASE
        WHEN step = 0 THEN 55 + below (36, bits, 1)
        ELSE 20 + below (25, bits, 1)
      END AS minutes
    FROM
      appointment
    WHERE
      is_kept
  ),
  between_visits AS (
    SELECT
      episode,
      working_day (add_days (occasion_date, 4)) AS contact_date,
      'treatment' AS kind,
      0 AS mode_slot,
      10 + below (15, bits, 2) AS minutes
    FROM
      appointment
    WHERE
      is_kept
      AND step > 2
      AND permille (bits, 3) < 350
  ),
  messages AS (
    SELECT
      episode,
      add_days (occasion_date, 1) AS contact_date,
      'message' AS kind,
      NULL AS mode_slot,
      3 + below (5, bits, 2) AS minutes
    FROM
      appointment
    WHERE
      is_kept
      AND permille (bits, 4) < 150
  ),
  missed AS (
    SELECT
      episode,
      occasion_date AS contact_date,
      CASE
        WHEN permille (bits, 3) < 600 THEN 'no_show'
        ELSE 'outreach_attempt'
      END AS kind,
      0 AS mode_slot,
      5 + below (8, bits, 1) AS minutes
    FROM
      appointment
    WHERE
      NOT is_kept
      AND day > 28
  ),
  bookings AS (
    SELECT
      enrolment.episode,
      add_days (referral.referred_date, 1) AS contact_date,
      'scheduling' AS kind,
      0 AS mode_slot,
      5 AS minutes
    FROM
      world.enrolment AS enrolment
      JOIN world.referral AS referral ON referral.episode = enrolment.episode
  ),
  searches AS (
    SELECT
      episode,
      add_days (last_date, cast(unnest([9, 22, 44]) AS INTEGER)) AS contact_date,
      'outreach_attempt' AS kind,
      0 AS mode_slot,
      8 AS minutes
    FROM
      world.ending
    WHERE
      end_reason = 'lost to follow-up'
  ),
  contact AS (
    SELECT
      *
    FROM
      kept
    UNION ALL
    SELECT
      *
    FROM
      between_visits
    UNION ALL
    SELECT
      *
    FROM
      messages
    UNION ALL
    SELECT
      *
    FROM
      missed
    UNION ALL
    SELECT
      *
    FROM
      bookings
    UNION ALL
    SELECT
      *
    FROM
      searches
  )
SELECT
  contact.episode,
  contact.contact_date,
  contact.kind,
  contact_mode.value AS mode,
  contact.minutes
FROM
  contact
  CROSS JOIN parameter
  LEFT JOIN world.choice AS contact_mode ON contact_mode.list = 'contact_mode'
  AND contact_mode.slot = contact.mode_slot
WHERE
  contact.contact_date <= parameter.end_date
