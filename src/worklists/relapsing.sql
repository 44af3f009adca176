-- Grain: one row per episode in care that was in remission and whose last score is elevated again. Key: episode_id.
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
  score AS (
    SELECT
      *
    FROM
      model.steering_score
  ),
  remission AS (
    SELECT
      score.episode_id,
      max(score.sequence) AS sequence
    FROM
      score
      JOIN instrument ON instrument.instrument = score.instrument
    WHERE
      score.is_elevated
      AND score.score < instrument.remission_max + 1
    GROUP BY
      score.episode_id
  ),
  listed AS (
    SELECT
      caseload.*,
      caseload.last_score_date AS waiting_since,
      'relapsing' AS reason,
      score.score AS detail
    FROM
      caseload
      JOIN instrument ON instrument.instrument = caseload.last_instrument
      JOIN remission ON remission.episode_id = caseload.episode_id
      JOIN score ON score.episode_id = remission.episode_id
      AND score.sequence = remission.sequence
    WHERE
      caseload.last_score >= instrument.elevated_min
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
