-- Grain: one row per person and calendar month in care as New York State counts it. Key: unit_id.
WITH
  nys_month AS (
    SELECT
      *
    FROM
      model.nys_month
  )
SELECT
  nys_month.*,
  'month' AS "window",
  nys_month.has_medicaid AS is_met,
  CASE
    WHEN nys_month.month_exclusion = 'window_open' THEN 'window_open'
  END AS exclusion_reason
FROM
  nys_month
