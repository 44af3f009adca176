-- Grain: one row per enrolled episode. Key: unit_id.
-- The value is in days.
WITH
  discharge AS (
    SELECT
      *
    FROM
      model.nys_discharge
  )
SELECT
  discharge.*,
  discharge.episode_id AS unit_id,
  'at_close' AS "window",
  month_start (discharge.discharged_date) AS period_start,
  TRUE AS is_met,
  cast(days_between (discharge.enrolled_date, discharge.discharged_date) AS BIGINT) AS value,
  CASE
    WHEN discharge.discharged_date IS NULL THEN 'still_in_care'
    WHEN NOT discharge.has_medicaid THEN 'not_medicaid'
  END AS exclusion_reason
FROM
  discharge
