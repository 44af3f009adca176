-- Grain: one row per person and calendar month with minutes of care. Key: unit_id, instrument, "window".
WITH
  service_month AS (
    SELECT
      *
    FROM
      model.service_month
  ),
  care_window AS (
    SELECT
      *
    FROM
      ref.care_window
    WHERE
      "window" = 'month'
  )
SELECT
  service_month.*,
  care_window."window",
  service_month.code <> 'none' AS is_met,
  CASE
    WHEN NOT service_month.is_over THEN 'window_open'
  END AS exclusion_reason
FROM
  service_month
  CROSS JOIN care_window
