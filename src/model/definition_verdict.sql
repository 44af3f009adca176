-- Grain: one row per person ever enrolled and definition of better, judged on their first unit under it. Key: patient_id, definition.
WITH
  definition AS (
    SELECT
      *
    FROM
      ref.definition
  ),
  enrolment AS (
    SELECT
      *
    FROM
      model.enrolment
  ),
  outcome_window AS (
    SELECT
      *
    FROM
      model.outcome_window
    WHERE
      instrument = 'phq9'
      AND "window" = '6m'
  ),
  instrument AS (
    SELECT
      *
    FROM
      ref.instrument
  ),
  index_outcome AS (
    SELECT
      *
    FROM
      model.index_outcome
  ),
  nhs_course AS (
    SELECT
      *
    FROM
      model.nhs_course
  ),
  nys_month AS (
    SELECT
      *
    FROM
      model.nys_month
  ),
  rule AS (
    SELECT
      *
    FROM
      ref.care_rule
  ),
  ranked AS (
    SELECT
      *,
      row_number() OVER (
        PARTITION BY
          patient_id
        ORDER BY
          enrolled_date,
          episode_id
      ) AS place
    FROM
      enrolment
  ),
  person AS (
    SELECT
      *
    FROM
      ranked
    WHERE
      place = 1
  ),
  unit AS (
    SELECT
      person.patient_id,
      'own' AS definition,
      1 AS place,
      outcome.window_exclusion = 'window_open' AS is_pending,
      outcome.window_exclusion IS NULL AS is_counted,
      outcome.followup_score IS NOT NULL AS is_observed,
      outcome.followup_score < instrument.remission_max + 1 AS is_met
    FROM
      person
      JOIN outcome_window AS outcome ON outcome.episode_id = person.episode_id
      JOIN instrument ON instrument.instrument = outcome.instrument
    UNION ALL
    SELECT
      patient_id,
      CASE "window"
        WHEN 'index_12m' THEN 'cms159'
        WHEN 'index_6m' THEN 'mncm6'
        ELSE 'drr'
      END AS definition,
      row_number() OVER (
        PARTITION BY
          patient_id,
          "window"
        ORDER BY
          CASE
            WHEN coalesce(exclusion_reason, 'window_open') = 'window_open' THEN 0
            ELSE 1
          END,
          period_start
      ) AS place,
      exclusion_reason = 'window_open' AS is_pending,
      exclusion_reason IS NULL AS is_counted,
      is_observed,
      is_remission AS is_met
    FROM
      index_outcome
    UNION ALL
    SELECT
      nys_month.patient_id,
      definition.definition,
      row_number() OVER (
        PARTITION BY
          nys_month.patient_id,
          definition.definition
        ORDER BY
          nys_month.period_start DESC
      ) AS place,
      FALSE AS is_pending,
      TRUE AS is_counted,
      definition.definition = 'nys_improvement'
      OR nys_month.is_scored AS is_observed,
      CASE definition.definition
        WHEN 'nys_improvement' THEN nys_month.is_improved
        ELSE nys_month.is_scored
        AND nys_month.is_remission
      END AS is_met
    FROM
      person
      JOIN nys_month ON nys_month.episode_id = person.episode_id
      CROSS JOIN rule
      JOIN definition ON definition.definition = 'nys_remission'
      OR definition.definition = 'nys_improvement'
      AND nys_month.days_in_care >= rule.progress_from_days
    WHERE
      nys_month.month_exclusion IS NULL
      AND nys_month.is_elevated
    UNION ALL
    SELECT
      person.patient_id,
      'nhs' AS definition,
      1 AS place,
      course.course_exclusion = 'still_in_care' AS is_pending,
      course.course_exclusion IS NULL
      AND course.is_case_first AS is_counted,
      course.is_observed,
      course.is_recovered
      AND course.is_improved AS is_met
    FROM
      person
      JOIN nhs_course AS course ON course.episode_id = person.episode_id
  )
SELECT
  person.patient_id,
  definition.definition,
  definition.position,
  person.clinic_id,
  person.period_start,
  person.age_band,
  person.sex,
  person.race,
  person.ethnicity,
  person.language,
  person.area,
  person.payer,
  person.baseline_band,
  CASE
    WHEN unit.is_pending THEN 'pending'
    WHEN NOT coalesce(unit.is_counted, FALSE) THEN 'not_counted'
    WHEN unit.is_met THEN 'met'
    WHEN unit.is_observed THEN 'not_met'
    ELSE 'no_score'
  END AS verdict
FROM
  person
  CROSS JOIN definition
  LEFT JOIN unit ON unit.patient_id = person.patient_id
  AND unit.definition = definition.definition
  AND unit.place = 1
