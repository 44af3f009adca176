-- Grain: one row per enrolled episode, instrument in use and outcome window. Key: episode_id, instrument, "window".
WITH
  unit AS (
    SELECT
      *
    FROM
      model.outcome_unit
  ),
  instrument AS (
    SELECT
      *
    FROM
      ref.instrument
  ),
  outcome_window AS (
    SELECT
      *
    FROM
      ref.outcome_window
  ),
  score AS (
    SELECT
      *
    FROM
      model.episode_score
  ),
  windowed AS (
    SELECT
      unit.episode_id,
      unit.instrument,
      outcome_window."window",
      unit.patient_id,
      unit.clinic_id,
      unit.baseline_date,
      unit.baseline_score,
      unit.is_late,
      unit.is_elevated,
      unit.age_band,
      unit.sex,
      unit.race,
      unit.ethnicity,
      unit.language,
      unit.area,
      unit.payer,
      unit.baseline_band,
      add_days (add_months (unit.baseline_date, outcome_window.months), outcome_window.start_days) AS window_start,
      CASE
        WHEN unit.baseline_date IS NULL THEN NULL
        WHEN outcome_window.end_days IS NULL THEN unit.ended_date
        ELSE add_days (add_months (unit.baseline_date, outcome_window.months), outcome_window.end_days)
      END AS window_end
    FROM
      unit
      CROSS JOIN outcome_window
  ),
  last_score AS (
    SELECT
      windowed.episode_id,
      windowed.instrument,
      windowed."window",
      max(score.sequence) AS sequence
    FROM
      windowed
      JOIN score ON score.episode_id = windowed.episode_id
      AND score.instrument = windowed.instrument
      AND score.assessed_date BETWEEN windowed.window_start AND windowed.window_end
    GROUP BY
      windowed.episode_id,
      windowed.instrument,
      windowed."window"
  )
SELECT
  windowed.episode_id,
  windowed.instrument,
  windowed."window",
  windowed.patient_id,
  windowed.clinic_id,
  windowed.baseline_date,
  windowed.baseline_score,
  windowed.is_late,
  windowed.window_start,
  windowed.window_end,
  followup.assessed_date AS followup_date,
  followup.score AS followup_score,
  CASE
    WHEN instrument.higher_is_worse THEN windowed.baseline_score - followup.score
    ELSE followup.score - windowed.baseline_score
  END AS improvement,
  month_start (windowed.baseline_date) AS period_start,
  windowed.age_band,
  windowed.sex,
  windowed.race,
  windowed.ethnicity,
  windowed.language,
  windowed.area,
  windowed.payer,
  windowed.baseline_band,
  CASE
    WHEN windowed.baseline_date IS NULL THEN 'no_baseline'
    WHEN NOT windowed.is_elevated THEN 'baseline_not_elevated'
    WHEN windowed.window_end IS NULL THEN 'episode_open'
    WHEN windowed.window_end > cast($as_of AS DATE) THEN 'window_open'
  END AS window_exclusion
FROM
  windowed
  JOIN instrument ON instrument.instrument = windowed.instrument
  LEFT JOIN last_score ON last_score.episode_id = windowed.episode_id
  AND last_score.instrument = windowed.instrument
  AND last_score."window" = windowed."window"
  LEFT JOIN score AS followup ON followup.episode_id = last_score.episode_id
  AND followup.instrument = last_score.instrument
  AND followup.sequence = last_score.sequence
