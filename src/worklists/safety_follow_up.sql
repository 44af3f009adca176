-- Grain: one row per episode in care with thoughts of self-harm reported and no safety plan since. Key: episode_id.
WITH
  caseload AS (
    SELECT
      *
    FROM
      model.caseload
  ),
  report AS (
    SELECT
      *
    FROM
      model.self_harm_report
  ),
  plan AS (
    SELECT
      *
    FROM
      model.care_act
    WHERE
      act = 'safety_plan'
  ),
  last_plan AS (
    SELECT
      patient_id,
      max(act_date) AS last_plan_date
    FROM
      plan
    WHERE
      act_date <= cast($as_of AS DATE)
    GROUP BY
      patient_id
  ),
  unanswered AS (
    SELECT
      report.episode_id,
      min(report.assessed_date) AS first_date,
      max(report.self_harm_score) AS self_harm_score
    FROM
      report
      LEFT JOIN last_plan ON last_plan.patient_id = report.patient_id
    WHERE
      coalesce(last_plan.last_plan_date < report.assessed_date, TRUE)
    GROUP BY
      report.episode_id
  ),
  listed AS (
    SELECT
      caseload.*,
      unanswered.first_date AS waiting_since,
      'no_safety_plan' AS reason,
      cast(unanswered.self_harm_score AS DECIMAL(12, 4)) AS detail
    FROM
      unanswered
      JOIN caseload ON caseload.episode_id = unanswered.episode_id
  ),
  ranked AS (
    SELECT
      *,
      days_between (waiting_since, cast($as_of AS DATE)) AS days_waiting,
      row_number() OVER (
        ORDER BY
          detail DESC,
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
