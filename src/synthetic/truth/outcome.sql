-- Grain: one row per started episode, instrument and window closed by the programme's last day: what a complete record would hold, and what was seen. Key: episode, instrument, window_id.
WITH
  parameter AS (
    SELECT
      end_date
    FROM
      given.parameter
  ),
  intake AS (
    SELECT
      episode,
      occasion_date AS baseline_date,
      phq9,
      gad7
    FROM
      world.occasion
    WHERE
      step = 0
  ),
  outcome_window AS (
    SELECT
      intake.episode,
      outcome_window.id AS window_id,
      add_days (add_months (intake.baseline_date, outcome_window.months), outcome_window.start_days) AS first_day,
      add_days (add_months (intake.baseline_date, outcome_window.months), outcome_window.end_days) AS last_day
    FROM
      intake
      CROSS JOIN given.outcome_window AS outcome_window
  ),
  occasion AS (
    SELECT
      occasion.episode,
      occasion.step,
      occasion.occasion_date,
      occasion.phq9,
      occasion.phq9_without_care,
      occasion.gad7,
      occasion.is_scored
      AND occasion.step <= ending.last_step AS is_seen
    FROM
      world.occasion AS occasion
      JOIN world.ending AS ending ON ending.episode = occasion.episode
  ),
  later AS (
    SELECT
      outcome_window.episode,
      outcome_window.window_id,
      max_by(occasion.phq9, occasion.step) AS phq9,
      max_by(occasion.gad7, occasion.step) AS gad7,
      max_by(occasion.phq9_without_care, occasion.step) AS phq9_without_care,
      max_by(occasion.phq9, occasion.step) filter(
        WHERE
          occasion.is_seen
      ) AS phq9_seen,
      max_by(occasion.gad7, occasion.step) filter(
        WHERE
          occasion.is_seen
      ) AS gad7_seen
    FROM
      outcome_window
      CROSS JOIN parameter
      JOIN occasion ON occasion.episode = outcome_window.episode
      AND occasion.occasion_date BETWEEN outcome_window.first_day AND outcome_window.last_day
    WHERE
      outcome_window.last_day <= parameter.end_date
    GROUP BY
      outcome_window.episode,
      outcome_window.window_id
  )
SELECT
  later.episode,
  'phq9' AS instrument,
  later.window_id,
  intake.phq9 AS baseline,
  later.phq9 AS score,
  later.phq9_without_care AS score_without_care,
  later.phq9_seen AS score_seen
FROM
  later
  JOIN intake ON intake.episode = later.episode
UNION ALL
SELECT
  later.episode,
  'gad7' AS instrument,
  later.window_id,
  intake.gad7 AS baseline,
  later.gad7 AS score,
  cast(NULL AS INTEGER) AS score_without_care,
  later.gad7_seen AS score_seen
FROM
  later
  JOIN intake ON intake.episode = later.episode
