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
      "window" = 'at_close'
  ),
  progress AS (
    SELECT
      *
    FROM
      model.progress
  ),
  plan AS (
    SELECT
      *
    FROM
      model.care_act
    WHERE
      act = 'relapse_prevention_plan'
      AND is_in_care
  ),
  planned AS (
    SELECT DISTINCT
      episode_id
    FROM
      plan
  )
SELECT
  enrolment.episode_id AS unit_id,
  care_window."window",
  month_start (enrolment.ended_date) AS period_start,
  enrolment.clinic_id,
  enrolment.age_band,
  enrolment.sex,
  enrolment.race,
  enrolment.ethnicity,
  enrolment.language,
  enrolment.area,
  enrolment.payer,
  enrolment.baseline_band,
  planned.episode_id IS NOT NULL AS is_met,
  CASE
    WHEN enrolment.ended_date IS NULL THEN 'still_in_care'
    WHEN progress.episode_id IS NULL THEN 'no_score_yet'
    WHEN NOT progress.is_elevated THEN 'baseline_not_elevated'
    WHEN NOT progress.is_improved THEN 'not_improved'
  END AS exclusion_reason
FROM
  enrolment
  CROSS JOIN care_window
  LEFT JOIN progress ON progress.episode_id = enrolment.episode_id
  AND progress.judged_date = enrolment.ended_date
  LEFT JOIN planned ON planned.episode_id = enrolment.episode_id
