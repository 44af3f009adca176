-- Grain: one row per episode in care for 70 days or more, not improved and not reviewed in the last 60 days. Key: episode_id.
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
      "window" = 'last_60d'
  ),
  rule AS (
    SELECT
      *
    FROM
      ref.care_rule
  ),
  listed AS (
    SELECT
      caseload.*,
      coalesce(caseload.last_review_date, caseload.enrolled_date) AS waiting_since,
      CASE
        WHEN caseload.last_review_date IS NULL THEN 'never_reviewed'
        ELSE 'review_overdue'
      END AS reason,
      caseload.baseline_score AS detail
    FROM
      caseload
      CROSS JOIN recent
      CROSS JOIN rule
    WHERE
      days_between (caseload.enrolled_date, cast($as_of AS DATE)) >= rule.progress_from_days
      AND caseload.is_elevated
      AND NOT caseload.is_improved
      AND coalesce(caseload.last_review_date < recent.first_day, TRUE)
  ),
  ranked AS (
    SELECT
      *,
      days_between (waiting_since, cast($as_of AS DATE)) AS days_waiting,
      row_number() OVER (
        ORDER BY
          waiting_since,
          severity DESC,
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
