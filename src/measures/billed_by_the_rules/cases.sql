-- Grain: one row per person and calendar month with minutes of care. Key: unit_id, instrument, "window".
WITH
  service_month AS (
    SELECT
      *
    FROM
      model.service_month
  ),
  billed_month AS (
    SELECT
      *
    FROM
      model.billed_month
  ),
  billing_code AS (
    SELECT
      *
    FROM
      ref.billing_code
  ),
  billing_exclusion AS (
    SELECT
      *
    FROM
      ref.billing_exclusion
  ),
  care_window AS (
    SELECT
      *
    FROM
      ref.care_window
    WHERE
      "window" = 'month_and_30d'
  ),
  not_borne_out AS (
    SELECT
      service_month.unit_id
    FROM
      service_month
      JOIN billed_month ON billed_month.patient_id = service_month.patient_id
      AND billed_month.month = service_month.period_start
      JOIN billing_code ON billing_code.code = billed_month.code
    WHERE
      CASE
        WHEN billing_code."role" = 'add_on' THEN billed_month.units > service_month.add_on_units
        ELSE service_month.minutes < coalesce(billing_code.minutes_min, 0)
        OR billing_code.months NOT IN (service_month.months, 'any')
      END
  ),
  at_odds AS (
    SELECT
      one.patient_id,
      one.month
    FROM
      billed_month AS one
      JOIN billing_exclusion ON billing_exclusion.code = one.code
      JOIN billed_month AS other ON other.patient_id = one.patient_id
      AND other.month = one.month
      AND other.code = billing_exclusion.other_code
  ),
  fault AS (
    SELECT
      unit_id
    FROM
      not_borne_out
    UNION
    SELECT
      service_month.unit_id
    FROM
      service_month
      JOIN at_odds ON at_odds.patient_id = service_month.patient_id
      AND at_odds.month = service_month.period_start
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
  unit.*,
  fault.unit_id IS NULL AS is_met,
  CASE
    WHEN unit.window_end > cast($as_of AS DATE) THEN 'window_open'
    WHEN NOT unit.is_billed THEN 'not_billed'
  END AS exclusion_reason
FROM
  unit
  LEFT JOIN fault ON fault.unit_id = unit.unit_id
