-- Grain: one row per person and month with a report of thoughts of self-harm: the first, in care if any was. Key: unit_id, instrument, "window".
WITH
  self_harm_report AS (
    SELECT
      *,
      row_number() OVER (
        PARTITION BY
          patient_id,
          month_start (assessed_date)
        ORDER BY
          CASE
            WHEN is_in_care THEN 0
            ELSE 1
          END,
          assessed_date,
          assessment_id
      ) AS place
    FROM
      model.self_harm_report
  ),
  report AS (
    SELECT
      *
    FROM
      self_harm_report
    WHERE
      place = 1
  ),
  enrolment AS (
    SELECT
      *
    FROM
      model.enrolment
  ),
  care_window AS (
    SELECT
      *
    FROM
      ref.care_window
    WHERE
      "window" = 'next_day'
  ),
  plan AS (
    SELECT
      *
    FROM
      model.care_act
    WHERE
      act = 'safety_plan'
  ),
  unit AS (
    SELECT
      report.assessment_id,
      report.patient_id,
      report.is_in_care,
      month_start (report.assessed_date) AS period_start,
      care_window."window",
      add_days (report.assessed_date, care_window.start_days) AS window_start,
      add_days (report.assessed_date, care_window.end_days) AS window_end,
      enrolment.clinic_id,
      enrolment.age_band,
      enrolment.sex,
      enrolment.race,
      enrolment.ethnicity,
      enrolment.language,
      enrolment.area,
      enrolment.payer,
      enrolment.baseline_band
    FROM
      report
      CROSS JOIN care_window
      JOIN enrolment ON enrolment.episode_id = report.episode_id
  ),
  done AS (
    SELECT DISTINCT
      unit.patient_id,
      unit.assessment_id
    FROM
      unit
      JOIN plan ON plan.patient_id = unit.patient_id
      AND plan.act_date BETWEEN unit.window_start AND unit.window_end
  )
SELECT
  unit.*,
  unit.assessment_id AS unit_id,
  done.assessment_id IS NOT NULL AS is_met,
  CASE
    WHEN unit.window_end > cast($as_of AS DATE) THEN 'window_open'
    WHEN NOT unit.is_in_care THEN 'episode_ended'
  END AS exclusion_reason
FROM
  unit
  LEFT JOIN done ON done.patient_id = unit.patient_id
  AND done.assessment_id = unit.assessment_id
