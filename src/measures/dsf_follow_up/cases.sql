-- Grain: one row per person and calendar year with a visit at which depression is screened for. Key: unit_id.
WITH
  screening_year AS (
    SELECT
      *
    FROM
      model.screening_year
  ),
  rule AS (
    SELECT
      *
    FROM
      ref.programme_rule
  ),
  diagnosed_visit AS (
    SELECT
      *
    FROM
      model.diagnosed_visit
  ),
  plan AS (
    SELECT
      *
    FROM
      model.depression_plan
  ),
  care_act AS (
    SELECT
      *
    FROM
      model.care_act
    WHERE
      act = 'treatment_contact'
  ),
  act AS (
    SELECT
      patient_id,
      visit_date AS act_date
    FROM
      diagnosed_visit
    UNION
    SELECT
      patient_id,
      first_date AS act_date
    FROM
      plan
    WHERE
      kind IN ('antidepressant', 'psychotherapy', 'psychotherapy_session')
    UNION
    SELECT
      patient_id,
      act_date
    FROM
      care_act
  ),
  followed AS (
    SELECT DISTINCT
      screening_year.unit_id
    FROM
      screening_year
      CROSS JOIN rule
      JOIN act ON act.patient_id = screening_year.patient_id
      AND act.act_date BETWEEN screening_year.first_positive_date AND add_days (screening_year.first_positive_date, rule.positive_screen_days)
  )
SELECT
  screening_year.*,
  followed.unit_id IS NOT NULL AS is_met,
  coalesce(
    screening_year.year_exclusion,
    CASE
      WHEN screening_year.first_positive_date IS NULL THEN 'no_positive_screen'
    END
  ) AS exclusion_reason
FROM
  screening_year
  LEFT JOIN followed ON followed.unit_id = screening_year.unit_id
