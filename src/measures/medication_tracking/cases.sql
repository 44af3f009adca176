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
  medicine AS (
    SELECT
      *
    FROM
      model.medicine
  ),
  kept AS (
    SELECT
      cast(count(dose) AS INTEGER) AS doses
    FROM
      medicine
  ),
  unit AS (
    SELECT
      episode_month.*,
      care_window."window",
      add_days (add_months (episode_month.period_start, care_window.start_months), care_window.start_days) AS window_start
    FROM
      episode_month
      CROSS JOIN care_window
  ),
  record AS (
    SELECT
      unit.patient_id,
      unit.period_start,
      medicine.class,
      medicine.name,
      max(
        CASE
          WHEN medicine.name IS NOT NULL
          AND medicine.dose IS NOT NULL
          AND medicine.recorded_date BETWEEN unit.window_start AND unit.month_end THEN 1
          ELSE 0
        END
      ) AS is_tracked
    FROM
      unit
      JOIN medicine ON medicine.patient_id = unit.patient_id
      AND medicine.start_date <= unit.month_end
      AND coalesce(medicine.end_date, unit.month_end) >= unit.month_end
    GROUP BY
      unit.patient_id,
      unit.period_start,
      medicine.class,
      medicine.name
  ),
  tracked AS (
    SELECT
      patient_id,
      period_start,
      min(is_tracked) = 1 AS is_tracked
    FROM
      record
    GROUP BY
      patient_id,
      period_start
  )
SELECT
  unit.*,
  coalesce(tracked.is_tracked, FALSE) AS is_met,
  CASE
    WHEN NOT unit.is_over THEN 'window_open'
    WHEN NOT unit.is_in_care_at_end THEN 'not_in_care'
    WHEN tracked.period_start IS NULL THEN 'no_psychotropic'
    WHEN kept.doses = 0 THEN 'no_dose_kept'
  END AS exclusion_reason
FROM
  unit
  CROSS JOIN kept
  LEFT JOIN tracked ON tracked.patient_id = unit.patient_id
  AND tracked.period_start = unit.period_start
