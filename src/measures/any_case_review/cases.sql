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
  review AS (
    SELECT
      *
    FROM
      model.care_act
    WHERE
      act = 'case_review'
      AND is_in_care
  ),
  first_review AS (
    SELECT
      episode_id,
      min(act_date) AS review_date
    FROM
      review
    GROUP BY
      episode_id
  )
SELECT
  episode_month.*,
  care_window."window",
  coalesce(first_review.review_date <= episode_month.month_end, FALSE) AS is_met,
  CASE
    WHEN NOT episode_month.is_over THEN 'window_open'
    WHEN NOT episode_month.is_in_care_at_end THEN 'not_in_care'
  END AS exclusion_reason
FROM
  episode_month
  CROSS JOIN care_window
  LEFT JOIN first_review ON first_review.episode_id = episode_month.episode_id
