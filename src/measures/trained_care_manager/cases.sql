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
      "window" = 'at_enrolment'
  ),
  trained_staff AS (
    SELECT
      *
    FROM
      model.trained_staff
  )
SELECT
  enrolment.*,
  enrolment.episode_id AS unit_id,
  care_window."window",
  coalesce(
    trained_staff.first_completed_date <= add_days (enrolment.enrolled_date, care_window.end_days),
    FALSE
  ) AS is_met,
  CASE
    WHEN enrolment.care_manager_id IS NULL THEN 'no_care_manager'
  END AS exclusion_reason
FROM
  enrolment
  CROSS JOIN care_window
  LEFT JOIN trained_staff ON trained_staff.staff_id = enrolment.care_manager_id
