-- Grain: one row per person and calendar month in care as New York State counts it. Key: unit_id.
WITH
  nys_month AS (
    SELECT
      *
    FROM
      model.nys_month
  ),
  rule AS (
    SELECT
      *
    FROM
      ref.care_rule
  )
SELECT
  nys_month.*,
  'month_end' AS "window",
  nys_month.is_improved AS is_met,
  coalesce(
    nys_month.month_exclusion,
    CASE
      WHEN nys_month.days_in_care < rule.progress_from_days THEN 'too_early'
      WHEN nys_month.is_elevated IS NULL THEN 'no_score_yet'
      WHEN NOT nys_month.is_elevated THEN 'baseline_not_elevated'
    END
  ) AS exclusion_reason
FROM
  nys_month
  CROSS JOIN rule
