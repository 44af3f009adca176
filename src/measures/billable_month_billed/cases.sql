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
      "window" = 'month_and_30d'
  ),
  unit AS (
    SELECT
      service_month.*,
      care_window."window",
      add_days (add_months (service_month.period_start, care_window.end_months), care_window.end_days) AS window_end
    FROM
      service_month
      CROSS JOIN care_window
  )
SELECT
  *,
  is_billed AS is_met,
  CASE
    WHEN window_end > cast($as_of AS DATE) THEN 'window_open'
    WHEN code = 'none' THEN 'below_billing_threshold'
  END AS exclusion_reason
FROM
  unit
