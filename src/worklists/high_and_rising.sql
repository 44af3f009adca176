-- Grain: one row per episode in care whose last score is elevated, above the one before and reliably above the lowest. Key: episode_id.
WITH
  caseload AS (
    SELECT
      *
    FROM
      model.caseload
  ),
  instrument AS (
    SELECT
      *
    FROM
      ref.instrument
  ),
  listed AS (
    SELECT
      caseload.*,
      caseload.last_score_date AS waiting_since,
      'rising' AS reason,
      caseload.lowest_score AS detail
    FROM
      caseload
      JOIN instrument ON instrument.instrument = caseload.last_instrument
    WHERE
      caseload.last_score >= instrument.elevated_min
      AND caseload.last_score > caseload.previous_score
      AND caseload.last_score - caseload.lowest_score >= instrument.reliable_change
  ),
  ranked AS (
    SELECT
      *,
      days_between (waiting_since, cast($as_of AS DATE)) AS days_waiting,
      row_number() OVER (
        ORDER BY
          severity DESC,
          waiting_since,
          episode_id
      ) AS rank
    FROM
      listed
  )
SELECT
  care_manager_id,
  clinic,
  patient_id,
  episode_id,
  rank,
  reason,
  detail,
  days_waiting,
  last_instrument,
  last_score,
  last_score_date,
  last_contact_date
FROM
  ranked
