-- Grain: one row per person, calendar year and third of it with a visit of a person with a diagnosis of depression. Key: unit_id, "window".
WITH
  visit AS (
    SELECT
      *
    FROM
      model.diagnosed_visit
  ),
  measurement_year AS (
    SELECT
      *
    FROM
      model.measurement_year
  ),
  third AS (
    SELECT
      *
    FROM
      ref.year_third
  ),
  person AS (
    SELECT
      *
    FROM
      model.person
  ),
  person_then AS (
    SELECT
      *
    FROM
      model.person_on_day
  ),
  score AS (
    SELECT
      *
    FROM
      model.phq9_score
  ),
  version AS (
    SELECT
      *
    FROM
      ref.phq9_version
  ),
  excluding AS (
    SELECT
      *
    FROM
      ref.excluding_diagnosis
  ),
  coded_span AS (
    SELECT
      *
    FROM
      model.coded_span
  ),
  rule AS (
    SELECT
      *
    FROM
      ref.programme_rule
  ),
  period AS (
    SELECT
      measurement_year.year_start,
      measurement_year.year_end,
      third."window",
      add_months (measurement_year.year_start, third.start_months) AS window_start,
      add_days (add_months (measurement_year.year_start, third.end_months), -1) AS window_end
    FROM
      measurement_year
      CROSS JOIN third
  ),
  placed AS (
    SELECT
      period.*,
      visit.patient_id,
      visit.clinic_id,
      row_number() OVER (
        PARTITION BY
          visit.patient_id,
          period.window_start
        ORDER BY
          visit.visit_date,
          visit.end_date,
          visit.clinic_id
      ) AS visit_number
    FROM
      period
      JOIN visit ON visit.visit_date BETWEEN period.window_start AND period.window_end
  ),
  unit AS (
    SELECT
      placed.*,
      person_then.age,
      person_then.age_band,
      person_then.sex,
      person_then.race,
      person_then.ethnicity,
      person_then.language,
      person_then.area,
      person_then.payer,
      person.deceased_date
    FROM
      placed
      JOIN person ON person.patient_id = placed.patient_id
      JOIN person_then ON person_then.patient_id = placed.patient_id
      AND person_then.day = placed.year_start
    WHERE
      placed.visit_number = 1
  ),
  scored AS (
    SELECT DISTINCT
      unit.patient_id,
      unit.window_start
    FROM
      unit
      JOIN score ON score.patient_id = unit.patient_id
      AND score.assessed_date BETWEEN unit.window_start AND unit.window_end
      JOIN version ON version.instrument = score.instrument
      AND unit.age BETWEEN version.age_from AND coalesce(version.age_to, unit.age)
  ),
  coded AS (
    SELECT
      unit.patient_id,
      unit.window_start,
      max(
        CASE
          WHEN excluding.code_set IS NOT NULL
          AND coded_span.source = 'diagnosis' THEN 1
          ELSE 0
        END
      ) AS has_diagnosis,
      max(
        CASE
          WHEN coded_span.code_set = 'hospice'
          AND coded_span.last_date >= unit.year_start THEN 1
          ELSE 0
        END
      ) AS has_hospice
    FROM
      unit
      JOIN coded_span ON coded_span.patient_id = unit.patient_id
      AND coded_span.first_date <= unit.year_end
      LEFT JOIN excluding ON excluding.code_set = coded_span.code_set
    GROUP BY
      unit.patient_id,
      unit.window_start
  )
SELECT
  unit.*,
  unit.patient_id || ':' || cast(year(unit.year_start) AS VARCHAR) AS unit_id,
  unit.year_start AS period_start,
  'unknown' AS baseline_band,
  scored.patient_id IS NOT NULL AS is_met,
  CASE
    WHEN NOT coalesce(unit.age >= rule.min_age, FALSE) THEN 'under_age'
    WHEN unit.window_end > cast($as_of AS DATE) THEN 'window_open'
    WHEN unit.deceased_date <= unit.year_end THEN 'died'
    WHEN coded.has_hospice = 1 THEN 'hospice'
    WHEN coded.has_diagnosis = 1 THEN 'other_diagnosis'
  END AS exclusion_reason
FROM
  unit
  CROSS JOIN rule
  LEFT JOIN scored ON scored.patient_id = unit.patient_id
  AND scored.window_start = unit.window_start
  LEFT JOIN coded ON coded.patient_id = unit.patient_id
  AND coded.window_start = unit.window_start
