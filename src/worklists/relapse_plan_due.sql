-- Grain: one row per episode in care that has improved and has no relapse-prevention plan. Key: episode_id.
WITH
  caseload AS (
    SELECT
      *
    FROM
      model.caseload
  ),
  listed AS (
    SELECT
      caseload.*,
      caseload.last_score_date AS waiting_since,
      'improved_without_plan' AS reason,
      caseload.baseline_score AS detail
    FROM
      caseload
    WHERE
      caseload.is_elevated
      AND caseload.is_improved
      AND caseload.last_plan_date IS NULL
  ),
  ranked AS (
    SELECT
      *,
      days_between (waiting_since, cast($as_of AS DATE)) AS days_waiting,
      row_number() OVER (
        ORDER BY
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
