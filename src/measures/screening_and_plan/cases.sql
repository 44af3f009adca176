-- Grain: one row per person and calendar year with a visit at which depression is screened for. Key: unit_id.
WITH
  visit_year AS (
    SELECT
      *
    FROM
      model.visit_year
  ),
  visit AS (
    SELECT
      *
    FROM
      model.coded_visit
    WHERE
      code_set = 'screening_visit'
  ),
  person AS (
    SELECT
      *
    FROM
      model.person_on_day
  ),
  assessment AS (
    SELECT
      *
    FROM
      model.scored_assessment
  ),
  instrument AS (
    SELECT
      *
    FROM
      ref.instrument
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
  bipolar AS (
    SELECT
      *
    FROM
      model.coded_span
    WHERE
      code_set = 'bipolar'
      AND source = 'diagnosis'
  ),
  plan AS (
    SELECT
      *
    FROM
      model.depression_plan
  ),
  unit AS (
    SELECT
      visit_year.*,
      person.age,
      person.age_band,
      person.sex,
      person.race,
      person.ethnicity,
      person.language,
      person.area,
      person.payer
    FROM
      visit_year
      JOIN person ON person.patient_id = visit_year.patient_id
      AND person.day = visit_year.period_start
  ),
  qualifying AS (
    SELECT
      unit.unit_id,
      unit.patient_id,
      unit.age,
      unit.period_start,
      unit.year_end,
      visit.visit_date,
      visit.end_date
    FROM
      unit
      JOIN visit ON visit.patient_id = unit.patient_id
      AND visit.visit_date >= unit.period_start
      AND visit.end_date <= unit.year_end
  ),
  administered AS (
    SELECT
      assessment.*,
      assessment.score >= instrument.elevated_min AS is_positive,
      version.age_from,
      coalesce(version.age_to, 999) AS age_to
    FROM
      assessment
      JOIN instrument ON instrument.instrument = assessment.instrument
      JOIN version ON version.instrument = assessment.instrument
  ),
  screened AS (
    SELECT
      qualifying.*,
      administered.is_positive,
      row_number() OVER (
        PARTITION BY
          qualifying.patient_id,
          qualifying.visit_date,
          qualifying.end_date
        ORDER BY
          administered.assessed_date DESC,
          administered.recorded_at DESC NULLS LAST,
          administered.score DESC NULLS FIRST,
          administered.assessment_id DESC
      ) AS recency
    FROM
      qualifying
      JOIN administered ON administered.patient_id = qualifying.patient_id
      AND administered.assessed_date BETWEEN add_days (qualifying.visit_date, -14) AND qualifying.visit_date
      AND qualifying.age BETWEEN administered.age_from AND administered.age_to
    WHERE
      administered.not_done_reason IS NULL
  ),
  planned AS (
    SELECT DISTINCT
      qualifying.patient_id,
      qualifying.visit_date,
      qualifying.end_date
    FROM
      qualifying
      CROSS JOIN rule
      JOIN plan ON plan.patient_id = qualifying.patient_id
      AND plan.first_date >= qualifying.period_start
      AND plan.first_date <= qualifying.year_end
      AND plan.first_date <= add_days (qualifying.end_date, rule.plan_days)
      AND CASE
        WHEN plan.may_be_running THEN plan.last_date
        ELSE plan.first_date
      END >= qualifying.visit_date
  ),
  result AS (
    SELECT
      screened.unit_id,
      max(
        CASE
          WHEN screened.is_positive
          AND planned.patient_id IS NOT NULL THEN 1
          WHEN NOT screened.is_positive THEN 1
          ELSE 0
        END
      ) AS is_met
    FROM
      screened
      LEFT JOIN planned ON planned.patient_id = screened.patient_id
      AND planned.visit_date = screened.visit_date
      AND planned.end_date = screened.end_date
    WHERE
      screened.recency = 1
    GROUP BY
      screened.unit_id
  ),
  barred AS (
    SELECT DISTINCT
      qualifying.unit_id
    FROM
      qualifying
      JOIN bipolar ON bipolar.patient_id = qualifying.patient_id
      AND bipolar.first_date < qualifying.visit_date
  ),
  not_done AS (
    SELECT DISTINCT
      qualifying.unit_id
    FROM
      qualifying
      JOIN administered ON administered.patient_id = qualifying.patient_id
      AND administered.assessed_date BETWEEN qualifying.visit_date AND qualifying.end_date
    WHERE
      administered.not_done_reason IS NOT NULL
  )
SELECT
  unit.*,
  'year' AS "window",
  'unknown' AS baseline_band,
  coalesce(result.is_met = 1, FALSE) AS is_met,
  CASE
    WHEN NOT coalesce(unit.age >= rule.min_age, FALSE) THEN 'under_age'
    WHEN NOT unit.is_over THEN 'window_open'
    WHEN barred.unit_id IS NOT NULL THEN 'bipolar'
    WHEN result.unit_id IS NULL
    AND not_done.unit_id IS NOT NULL THEN 'screening_not_done'
  END AS exclusion_reason
FROM
  unit
  CROSS JOIN rule
  LEFT JOIN result ON result.unit_id = unit.unit_id
  LEFT JOIN barred ON barred.unit_id = unit.unit_id
  LEFT JOIN not_done ON not_done.unit_id = unit.unit_id
