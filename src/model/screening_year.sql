-- Grain: one row per person and calendar year in which HEDIS DSF-E asks for a screen: the first result, and the first positive one. Key: unit_id.
WITH
  visit_year AS (
    SELECT
      *
    FROM
      model.visit_year
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
  rule AS (
    SELECT
      *
    FROM
      ref.programme_rule
  ),
  coded_span AS (
    SELECT
      *
    FROM
      model.coded_span
  ),
  unit AS (
    SELECT
      visit_year.*,
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
      visit_year
      JOIN person ON person.patient_id = visit_year.patient_id
      JOIN person_then ON person_then.patient_id = visit_year.patient_id
      AND person_then.day = visit_year.period_start
  ),
  screened AS (
    SELECT
      unit.patient_id,
      unit.unit_id,
      min(score.assessed_date) AS first_screen_date,
      min(
        CASE
          WHEN score.is_elevated THEN score.assessed_date
        END
      ) AS first_positive_date
    FROM
      unit
      JOIN score ON score.patient_id = unit.patient_id
      AND score.assessed_date BETWEEN unit.period_start AND add_months (unit.period_start, 11)
      JOIN version ON version.instrument = score.instrument
      AND unit.age BETWEEN version.age_from AND coalesce(version.age_to, unit.age)
    GROUP BY
      unit.patient_id,
      unit.unit_id
  ),
  coded AS (
    SELECT
      unit.patient_id,
      unit.unit_id,
      max(
        CASE
          WHEN coded_span.code_set = 'hospice'
          AND coded_span.last_date >= unit.period_start THEN 1
          ELSE 0
        END
      ) AS has_hospice,
      max(
        CASE
          WHEN coded_span.code_set = 'bipolar'
          AND coded_span.source = 'diagnosis'
          AND coded_span.first_date < unit.period_start THEN 1
          ELSE 0
        END
      ) AS has_bipolar,
      max(
        CASE
          WHEN coded_span.code_set = 'depression'
          AND coded_span.source = 'diagnosis'
          AND coded_span.first_date >= add_months (unit.period_start, -12)
          AND coded_span.first_date < unit.period_start THEN 1
          ELSE 0
        END
      ) AS has_depression
    FROM
      unit
      JOIN coded_span ON coded_span.patient_id = unit.patient_id
      AND coded_span.first_date <= unit.year_end
    GROUP BY
      unit.patient_id,
      unit.unit_id
  )
SELECT
  unit.unit_id,
  unit.patient_id,
  'year' AS "window",
  unit.period_start,
  unit.clinic_id,
  unit.age_band,
  unit.sex,
  unit.race,
  unit.ethnicity,
  unit.language,
  unit.area,
  unit.payer,
  'unknown' AS baseline_band,
  screened.first_screen_date,
  screened.first_positive_date,
  CASE
    WHEN NOT coalesce(unit.age >= rule.min_age, FALSE) THEN 'under_age'
    WHEN NOT unit.is_over THEN 'window_open'
    WHEN unit.deceased_date <= unit.year_end THEN 'died'
    WHEN coded.has_hospice = 1 THEN 'hospice'
    WHEN coded.has_bipolar = 1 THEN 'bipolar'
    WHEN coded.has_depression = 1 THEN 'known_depression'
  END AS year_exclusion
FROM
  unit
  CROSS JOIN rule
  LEFT JOIN screened ON screened.unit_id = unit.unit_id
  AND screened.patient_id = unit.patient_id
  LEFT JOIN coded ON coded.unit_id = unit.unit_id
  AND coded.patient_id = unit.patient_id
