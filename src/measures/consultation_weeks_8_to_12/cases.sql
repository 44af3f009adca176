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
      "window" = 'days_57_to_84'
  ),
  progress AS (
    SELECT
      *
    FROM
      model.progress
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
      enrolment.*,
      care_window."window",
      add_days (enrolment.enrolled_date, care_window.start_days - 1) AS judged_date,
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
      JOIN review ON review.episode_id = unit.episode_id
      AND review.act_date BETWEEN unit.window_start AND unit.window_end
  )
SELECT
  unit.*,
  unit.episode_id AS unit_id,
  done.episode_id IS NOT NULL AS is_met,
  CASE
    WHEN unit.window_end > cast($as_of AS DATE) THEN 'window_open'
    WHEN unit.ended_date <= unit.judged_date THEN 'episode_ended'
    WHEN progress.episode_id IS NULL THEN 'no_score_yet'
    WHEN NOT progress.is_elevated THEN 'baseline_not_elevated'
    WHEN progress.is_improved THEN 'improved'
  END AS exclusion_reason
FROM
  unit
  LEFT JOIN progress ON progress.episode_id = unit.episode_id
  AND progress.judged_date = unit.judged_date
  LEFT JOIN done ON done.episode_id = unit.episode_id
