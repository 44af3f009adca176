-- Grain: one row per index rule, measurement year and person with an index event: the first elevated score near a visit with the diagnosis. Key: rule, patient_id, period_start.
WITH
  rule AS (
    SELECT
      *
    FROM
      ref.index_rule
  ),
  measurement_year AS (
    SELECT
      *
    FROM
      model.measurement_year
  ),
  score AS (
    SELECT
      *
    FROM
      model.phq9_score
    WHERE
      is_elevated
  ),
  visit AS (
    SELECT
      *
    FROM
      model.diagnosed_visit
  ),
  intake AS (
    SELECT
      rule.rule,
      rule.days_before,
      rule.days_after,
      rule.intake_of,
      rule.age_on,
      measurement_year.year_start,
      measurement_year.year_end,
      add_months (measurement_year.year_start, rule.intake_from_months) AS intake_start,
      add_months (measurement_year.year_start, rule.intake_to_months) AS intake_end
    FROM
      rule
      CROSS JOIN measurement_year
  ),
  candidate AS (
    SELECT
      intake.rule,
      intake.year_start,
      intake.year_end,
      intake.intake_start,
      visit.patient_id,
      visit.clinic_id,
      visit.visit_date,
      score.assessment_id,
      score.assessed_date,
      score.score,
      CASE intake.age_on
        WHEN 'index' THEN score.assessed_date
        ELSE intake.intake_start
      END AS age_date,
      row_number() OVER (
        PARTITION BY
          visit.patient_id,
          intake.rule,
          intake.year_start
        ORDER BY
          score.assessed_date,
          score.score DESC,
          score.assessment_id,
          visit.visit_date,
          visit.end_date,
          visit.clinic_id
      ) AS preference
    FROM
      visit
      JOIN score ON score.patient_id = visit.patient_id
      JOIN intake ON score.assessed_date BETWEEN add_days (visit.visit_date, - intake.days_before) AND add_days (visit.end_date, intake.days_after)
      AND CASE intake.intake_of
        WHEN 'visit' THEN visit.end_date
        ELSE score.assessed_date
      END >= intake.intake_start
      AND CASE intake.intake_of
        WHEN 'visit' THEN visit.end_date
        ELSE score.assessed_date
      END < intake.intake_end
  )
SELECT
  rule,
  patient_id,
  year_start AS period_start,
  year_end,
  intake_start,
  clinic_id,
  assessed_date AS index_date,
  score AS index_score,
  assessment_id,
  age_date
FROM
  candidate
WHERE
  preference = 1
