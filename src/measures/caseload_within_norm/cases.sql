-- Grain: one row per person and month in care. Key: unit_id, instrument, "window".
WITH
  episode_month AS (
    SELECT
      *
    FROM
      model.episode_month
  ),
  care_window AS (
    SELECT
      *
    FROM
      ref.care_window
    WHERE
      "window" = 'month_end'
  ),
  rule AS (
    SELECT
      *
    FROM
      ref.care_rule
  ),
  care_manager AS (
    SELECT
      *
    FROM
      model.care_manager_fte
  ),
  caseload AS (
    SELECT
      clinic_id,
      period_start,
      count(*) AS people
    FROM
      episode_month
    WHERE
      is_in_care_at_end
    GROUP BY
      clinic_id,
      period_start
  ),
  clinic_month AS (
    SELECT
      caseload.clinic_id,
      caseload.period_start,
      caseload.people <= rule.caseload_norm * care_manager.fte AS is_within_norm
    FROM
      caseload
      CROSS JOIN rule
      JOIN care_manager ON care_manager.clinic_id = caseload.clinic_id
      AND care_manager.month = caseload.period_start
  )
SELECT
  episode_month.*,
  care_window."window",
  clinic_month.is_within_norm AS is_met,
  CASE
    WHEN NOT episode_month.is_over THEN 'window_open'
    WHEN NOT episode_month.is_in_care_at_end THEN 'not_in_care'
    WHEN clinic_month.clinic_id IS NULL THEN 'no_staffing'
  END AS exclusion_reason
FROM
  episode_month
  CROSS JOIN care_window
  LEFT JOIN clinic_month ON clinic_month.clinic_id = episode_month.clinic_id
  AND clinic_month.period_start = episode_month.period_start
