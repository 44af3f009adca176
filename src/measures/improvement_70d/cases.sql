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
  progress AS (
    SELECT
      *
    FROM
      model.progress
  ),
  rule AS (
    SELECT
      *
    FROM
      ref.care_rule
  )
SELECT
  episode_month.*,
  care_window."window",
  progress.is_scored_again AS is_observed,
  progress.is_improved AS is_met,
  CASE
    WHEN NOT episode_month.is_over THEN 'window_open'
    WHEN days_between (episode_month.enrolled_date, episode_month.last_day_in_care) < rule.progress_from_days THEN 'too_early'
    WHEN progress.episode_id IS NULL THEN 'no_score_yet'
    WHEN NOT progress.is_elevated THEN 'baseline_not_elevated'
  END AS exclusion_reason
FROM
  episode_month
  CROSS JOIN care_window
  CROSS JOIN rule
  LEFT JOIN progress ON progress.episode_id = episode_month.episode_id
  AND progress.judged_date = episode_month.last_day_in_care
