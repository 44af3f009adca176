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
  nys_month.is_scored
  AND nys_month.is_remission AS is_met,
  coalesce(
    nys_month.month_exclusion,
    CASE
      WHEN nys_month.is_elevated IS NULL THEN 'no_score_yet'
      WHEN NOT nys_month.is_elevated THEN 'baseline_not_elevated'
    END
  ) AS exclusion_reason
FROM
  nys_month
