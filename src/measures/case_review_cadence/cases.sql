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
      "window" = 'last_90d'
  ),
  review AS (
    SELECT
      *
    FROM
      model.care_act
    WHERE
      act = 'case_review'
      AND is_in_care
  ),
  unit AS (
    SELECT
      episode_month.*,
      care_window."window",
      add_days (add_months (episode_month.period_start, care_window.start_months), care_window.start_days) AS window_start,
      add_days (add_months (episode_month.period_start, care_window.end_months), care_window.end_days) AS window_end
    FROM
      episode_month
      CROSS JOIN care_window
  ),
  done AS (
    SELECT DISTINCT
      unit.episode_id,
      unit.period_start,
      unit."window"
    FROM
      unit
      JOIN review ON review.episode_id = unit.episode_id
      AND review.act_date BETWEEN unit.window_start AND unit.window_end
  )
SELECT
  unit.*,
  done.period_start IS NOT NULL AS is_met,
  CASE
    WHEN NOT unit.is_over THEN 'window_open'
    WHEN NOT unit.is_in_care_at_end THEN 'not_in_care'
    WHEN unit.enrolled_date > unit.window_start THEN 'too_early'
  END AS exclusion_reason
FROM
  unit
  LEFT JOIN done ON done.episode_id = unit.episode_id
  AND done.period_start = unit.period_start
  AND done."window" = unit."window"
