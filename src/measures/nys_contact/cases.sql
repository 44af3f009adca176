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
  nys_month.is_contacted
  AND nys_month.is_scored AS is_met,
  nys_month.month_exclusion AS exclusion_reason
FROM
  nys_month
