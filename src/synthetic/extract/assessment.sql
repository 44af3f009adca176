-- Grain: one row per administered instrument. Key: assessment_id.
WITH
  appointment AS (
    SELECT
      episode,
      step,
      occasion_date,
      phq9,
      gad7,
      form
    FROM
      world.appointment
    WHERE
      is_scored
  ),
  score AS (
    SELECT
      episode,
      'phq9' AS instrument,
      step,
      occasion_date,
      phq9 AS total,
      form
    FROM
      appointment
    UNION ALL
    SELECT
      episode,
      'gad7' AS instrument,
      step,
      occasion_date,
      gad7 AS total,
      form
    FROM
      appointment
    UNION ALL
    SELECT
      episode,
      instrument,
      step,
      occasion_date,
      total,
      form
    FROM
      world.smi_score
  ),
  assessment AS (
    SELECT
      concat(episode_id (episode), '-', instrument, '-', step) AS assessment_id,
      patient_id (episode // 10) AS patient_id,
      episode_id (episode) AS episode_id,
      instrument,
      occasion_date AS assessed_date,
      total,
      form
    FROM
      score
    UNION ALL
    SELECT
      concat(patient_id (patient), '-screen-', visit) AS assessment_id,
      patient_id (patient) AS patient_id,
      cast(NULL AS VARCHAR) AS episode_id,
      'phq9' AS instrument,
      visit_date AS assessed_date,
      phq9 AS total,
      cast((patient + visit) % 64 AS INTEGER) AS form
    FROM
      world.primary_visit
    WHERE
      phq9 IS NOT NULL
  )
SELECT
  assessment.assessment_id,
  assessment.patient_id,
  assessment.episode_id,
  assessment.instrument,
  assessment.assessed_date,
  assessment.total,
  item_pattern.item_1,
  item_pattern.item_2,
  item_pattern.item_3,
  item_pattern.item_4,
  item_pattern.item_5,
  item_pattern.item_6,
  item_pattern.item_7,
  item_pattern.item_8,
  item_pattern.item_9,
  item_pattern.item_10,
  item_pattern.item_11,
  item_pattern.item_12,
  at_minute (assessment.assessed_date, 540 + 7 * assessment.form) AS recorded_at
FROM
  assessment
  LEFT JOIN world.item_pattern AS item_pattern ON item_pattern.instrument = assessment.instrument
  AND item_pattern.total = assessment.total
  AND item_pattern.variant = assessment.form
