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
  ),
  care_window AS (
    SELECT
      *
    FROM
      ref.care_window
    WHERE
      "window" = 'last_60d'
  ),
  review AS (
    SELECT
      *
    FROM
      model.care_act
    WHERE
      act = 'case_review'
  ),
  reviewed AS (
    SELECT DISTINCT
      nys_month.episode_id,
      nys_month.period_start
    FROM
      nys_month
      CROSS JOIN care_window
      JOIN review ON review.episode_id = nys_month.episode_id
      AND review.act_date <= nys_month.month_end
      AND review.act_date >= add_days (add_months (nys_month.period_start, care_window.start_months), care_window.start_days)
  )
SELECT
  nys_month.*,
  'last_60d' AS "window",
  reviewed.episode_id IS NOT NULL AS is_met,
  coalesce(
    nys_month.month_exclusion,
    CASE
      WHEN nys_month.days_in_care < rule.progress_from_days THEN 'too_early'
      WHEN nys_month.is_elevated IS NULL THEN 'no_score_yet'
      WHEN NOT nys_month.is_elevated THEN 'baseline_not_elevated'
      WHEN nys_month.is_improved THEN 'improved'
    END
  ) AS exclusion_reason
FROM
  nys_month
  CROSS JOIN rule
  LEFT JOIN reviewed ON reviewed.episode_id = nys_month.episode_id
  AND reviewed.period_start = nys_month.period_start
