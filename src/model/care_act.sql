-- Grain: one row per episode, kind of act and day, with how often it was done that day. Key: episode_id, act, act_date.
WITH
  episode AS (
    SELECT
      *
    FROM
      model.episode
  ),
  contact AS (
    SELECT
      *
    FROM
      staging.contact
  ),
  case_review AS (
    SELECT
      *
    FROM
      staging.case_review
  ),
  care_event AS (
    SELECT
      *
    FROM
      staging.care_event
  ),
  treatment AS (
    SELECT
      *
    FROM
      staging.treatment
  ),
  treatment_turn AS (
    SELECT
      patient_id,
      start_date AS turn_date
    FROM
      treatment
    WHERE
      start_date IS NOT NULL
    UNION
    SELECT
      patient_id,
      end_date AS turn_date
    FROM
      treatment
    WHERE
      end_date IS NOT NULL
  ),
  act AS (
    SELECT
      episode_id,
      'treatment_contact' AS act,
      contact_date AS act_date
    FROM
      contact
    WHERE
      kind = 'treatment'
    UNION ALL
    SELECT
      episode_id,
      'case_review' AS act,
      review_date AS act_date
    FROM
      case_review
    UNION ALL
    SELECT
      episode_id,
      'treatment_change' AS act,
      review_date AS act_date
    FROM
      case_review
    WHERE
      treatment_changed
    UNION ALL
    SELECT
      episode_id,
      'treatment_change' AS act,
      event_date AS act_date
    FROM
      care_event
    WHERE
      kind = 'medication_change'
    UNION ALL
    SELECT
      episode.episode_id,
      'treatment_change' AS act,
      treatment_turn.turn_date AS act_date
    FROM
      treatment_turn
      JOIN episode ON episode.patient_id = treatment_turn.patient_id
      AND episode.enrolled_date < treatment_turn.turn_date
    UNION ALL
    SELECT
      episode_id,
      kind AS act,
      event_date AS act_date
    FROM
      care_event
  )
SELECT
  act.episode_id,
  episode.patient_id,
  act.act,
  act.act_date,
  coalesce(
    act.act_date >= episode.enrolled_date
    AND act.act_date <= coalesce(episode.ended_date, act.act_date),
    FALSE
  ) AS is_in_care,
  cast(count(*) AS INTEGER) AS times
FROM
  act
  JOIN episode ON episode.episode_id = act.episode_id
WHERE
  act.act_date <= cast($as_of AS DATE)
GROUP BY
  act.episode_id,
  episode.patient_id,
  act.act,
  act.act_date,
  episode.enrolled_date,
  episode.ended_date
