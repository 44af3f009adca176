-- Grain: one row per episode in care without a score on any instrument in the last 30 days. Key: episode_id.
WITH
  caseload AS (
    SELECT
      *
    FROM
      model.caseload
  ),
  recent AS (
    SELECT
      add_days (cast($as_of AS DATE), start_days - end_days) AS first_day
    FROM
      ref.care_window
    WHERE
      "window" = 'last_30d'
  ),
  listed AS (
    SELECT
      caseload.*,
      coalesce(caseload.last_scored_date, caseload.enrolled_date) AS waiting_since,
      CASE
        WHEN caseload.last_scored_date IS NULL THEN 'never_scored'
        ELSE 'score_overdue'
      END AS reason,
      cast(NULL AS DECIMAL(12, 4)) AS detail
    FROM
      caseload
      CROSS JOIN recent
    WHERE
      coalesce(caseload.last_scored_date < recent.first_day, TRUE)
  ),
  ranked AS (
    SELECT
      *,
      days_between (waiting_since, cast($as_of AS DATE)) AS days_waiting,
      row_number() OVER (
        ORDER BY
          waiting_since,
          severity DESC NULLS LAST,
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
