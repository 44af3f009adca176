-- Grain: one row per episode, enrolled or only referred: from the day of referral until somebody was first seen, left unseen, or still waits. Key: episode_id.
-- Seen is whoever is enrolled or has a treatment contact.
WITH
  episode AS (
    SELECT
      *
    FROM
      model.episode
    WHERE
      referred_date IS NOT NULL
      OR enrolled_date IS NOT NULL
  ),
  contact AS (
    SELECT
      *
    FROM
      model.care_act
    WHERE
      act = 'treatment_contact'
  ),
  first_contact AS (
    SELECT
      episode.episode_id,
      min(contact.act_date) AS contact_date
    FROM
      episode
      JOIN contact ON contact.episode_id = episode.episode_id
      AND contact.act_date >= episode.referred_date
    GROUP BY
      episode.episode_id
  ),
  seen AS (
    SELECT
      episode.*,
      CASE
        WHEN first_contact.contact_date < episode.enrolled_date THEN first_contact.contact_date
        ELSE coalesce(episode.enrolled_date, first_contact.contact_date)
      END AS seen_date
    FROM
      episode
      LEFT JOIN first_contact ON first_contact.episode_id = episode.episode_id
  ),
  waited AS (
    SELECT
      *,
      coalesce(seen_date, ended_date) AS waited_until,
      coalesce(seen_date, ended_date, cast($as_of AS DATE)) AS known_until
    FROM
      seen
  )
SELECT
  episode_id,
  patient_id,
  clinic_id,
  referred_date,
  enrolled_date,
  ended_date,
  seen_date,
  waited_until,
  CASE
    WHEN known_until < referred_date THEN 0
    ELSE days_between (referred_date, known_until)
  END AS days
FROM
  waited
