-- Grain: one row per enrolled episode. Key: unit_id, instrument, "window".
WITH
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
      "window" = 'days_0_to_28'
  ),
  education AS (
    SELECT
      *
    FROM
      model.care_act
    WHERE
      act = 'patient_education'
      AND is_in_care
  ),
  unit AS (
    SELECT
      enrolment.*,
      care_window."window",
      add_days (enrolment.enrolled_date, care_window.start_days) AS window_start,
      add_days (enrolment.enrolled_date, care_window.end_days) AS window_end
    FROM
      enrolment
      CROSS JOIN care_window
  ),
  done AS (
    SELECT DISTINCT
      unit.episode_id
    FROM
      unit
      JOIN education ON education.episode_id = unit.episode_id
      AND education.act_date BETWEEN unit.window_start AND unit.window_end
  )
SELECT
  unit.*,
  unit.episode_id AS unit_id,
  done.episode_id IS NOT NULL AS is_met,
  CASE
    WHEN unit.window_end > cast($as_of AS DATE) THEN 'window_open'
  END AS exclusion_reason
FROM
  unit
  LEFT JOIN done ON done.episode_id = unit.episode_id
