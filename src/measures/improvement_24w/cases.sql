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
      "window" = 'days_0_to_168'
  ),
  score AS (
    SELECT
      *
    FROM
      model.steering_score
  ),
  contact AS (
    SELECT
      *
    FROM
      model.care_act
    WHERE
      act = 'treatment_contact'
      AND is_in_care
  ),
  unit AS (
    SELECT
      enrolment.*,
      care_window."window",
      add_days (enrolment.enrolled_date, care_window.end_days) AS window_end
    FROM
      enrolment
      CROSS JOIN care_window
  ),
  contacted AS (
    SELECT DISTINCT
      unit.episode_id
    FROM
      unit
      JOIN contact ON contact.episode_id = unit.episode_id
      AND contact.act_date > unit.enrolled_date
      AND contact.act_date <= unit.window_end
  ),
  scored AS (
    SELECT
      unit.episode_id,
      max(
        CASE
          WHEN score.is_elevated THEN 1
          ELSE 0
        END
      ) AS is_elevated,
      max(score.sequence) AS sequence,
      max(
        CASE
          WHEN score.is_improved THEN 1
          ELSE 0
        END
      ) AS is_improved
    FROM
      unit
      JOIN score ON score.episode_id = unit.episode_id
      AND score.assessed_date <= unit.window_end
    GROUP BY
      unit.episode_id
  )
SELECT
  unit.*,
  unit.episode_id AS unit_id,
  scored.sequence > 1 AS is_observed,
  scored.is_improved = 1 AS is_met,
  CASE
    WHEN unit.window_end > cast($as_of AS DATE) THEN 'window_open'
    WHEN scored.episode_id IS NULL THEN 'no_score_yet'
    WHEN scored.is_elevated = 0 THEN 'baseline_not_elevated'
    WHEN contacted.episode_id IS NULL THEN 'no_follow_up_contact'
  END AS exclusion_reason
FROM
  unit
  LEFT JOIN scored ON scored.episode_id = unit.episode_id
  LEFT JOIN contacted ON contacted.episode_id = unit.episode_id
