-- Grain: one row per index event and window in which it is followed up: its last score there, or why it does not count. Key: "window", patient_id, period_start.
WITH
  index_event AS (
    SELECT
      *
    FROM
      model.index_event
  ),
  index_window AS (
    SELECT
      *
    FROM
      ref.index_window
  ),
  rule AS (
    SELECT
      *
    FROM
      ref.index_rule
  ),
  score AS (
    SELECT
      *
    FROM
      model.phq9_score
  ),
  instrument AS (
    SELECT
      *
    FROM
      ref.instrument
  ),
  band AS (
    SELECT
      *
    FROM
      ref.instrument_band
  ),
  person AS (
    SELECT
      *
    FROM
      model.person
  ),
  person_on_day AS (
    SELECT
      *
    FROM
      model.person_on_day
  ),
  coded_span AS (
    SELECT
      *
    FROM
      model.coded_span
  ),
  excluding AS (
    SELECT
      *
    FROM
      ref.excluding_diagnosis
  ),
  minimum AS (
    SELECT
      *
    FROM
      ref.programme_rule
  ),
  followed AS (
    SELECT
      index_event.*,
      index_window."window",
      rule.exclude_to,
      rule.palliative,
      add_days (add_months (index_event.period_start, index_window.closes_months), -1) AS closing_date,
      add_days (add_months (index_event.index_date, index_window.months), index_window.start_days) AS window_start,
      add_days (add_months (index_event.index_date, index_window.months), index_window.end_days) AS window_end
    FROM
      index_event
      JOIN index_window ON index_window.rule = index_event.rule
      JOIN rule ON rule.rule = index_event.rule
  ),
  unit AS (
    SELECT
      *,
      CASE exclude_to
        WHEN 'window' THEN window_end
        ELSE year_end
      END AS exclude_to_date
    FROM
      followed
  ),
  last_score AS (
    SELECT
      unit.patient_id,
      unit.period_start,
      unit."window",
      max(score.sequence) AS sequence
    FROM
      unit
      JOIN score ON score.patient_id = unit.patient_id
      AND score.assessed_date BETWEEN unit.window_start AND unit.window_end
    GROUP BY
      unit.patient_id,
      unit.period_start,
      unit."window"
  ),
  coded AS (
    SELECT
      unit.patient_id,
      unit.period_start,
      unit."window",
      max(
        CASE
          WHEN excluding.code_set IS NOT NULL
          AND coded_span.source = 'diagnosis' THEN 1
          ELSE 0
        END
      ) AS has_diagnosis,
      max(
        CASE
          WHEN (
            coded_span.code_set = 'hospice'
            OR coded_span.code_set = 'palliative'
            AND unit.palliative
          )
          AND coded_span.last_date >= unit.intake_start THEN 1
          ELSE 0
        END
      ) AS has_hospice
    FROM
      unit
      JOIN coded_span ON coded_span.patient_id = unit.patient_id
      AND coded_span.first_date <= unit.exclude_to_date
      LEFT JOIN excluding ON excluding.code_set = coded_span.code_set
    GROUP BY
      unit.patient_id,
      unit.period_start,
      unit."window"
  )
SELECT
  unit.patient_id || ':' || cast(year(unit.period_start) AS VARCHAR) AS unit_id,
  unit.rule,
  unit."window",
  unit.patient_id,
  unit.period_start,
  unit.clinic_id,
  unit.index_date,
  unit.index_score,
  unit.window_start,
  unit.window_end,
  followup.assessed_date AS followup_date,
  followup.score AS followup_score,
  followup.score IS NOT NULL AS is_observed,
  followup.is_remission,
  instrument.response_divisor * followup.score <= unit.index_score AS is_response,
  person_then.age_band,
  person_then.sex,
  person_then.race,
  person_then.ethnicity,
  person_then.language,
  person_then.area,
  person_then.payer,
  coalesce(band.band, 'unknown') AS baseline_band,
  CASE
    WHEN NOT coalesce(person_aged.age >= minimum.min_age, FALSE) THEN 'under_age'
    WHEN unit.closing_date > cast($as_of AS DATE) THEN 'window_open'
    WHEN person.deceased_date <= unit.exclude_to_date THEN 'died'
    WHEN coded.has_hospice = 1 THEN 'hospice'
    WHEN coded.has_diagnosis = 1 THEN 'other_diagnosis'
  END AS exclusion_reason
FROM
  unit
  CROSS JOIN minimum
  JOIN person_on_day AS person_then ON person_then.patient_id = unit.patient_id
  AND person_then.day = unit.index_date
  JOIN person_on_day AS person_aged ON person_aged.patient_id = unit.patient_id
  AND person_aged.day = unit.age_date
  JOIN person ON person.patient_id = unit.patient_id
  LEFT JOIN coded ON coded.patient_id = unit.patient_id
  AND coded.period_start = unit.period_start
  AND coded."window" = unit."window"
  LEFT JOIN last_score ON last_score.patient_id = unit.patient_id
  AND last_score.period_start = unit.period_start
  AND last_score."window" = unit."window"
  LEFT JOIN score AS followup ON followup.patient_id = last_score.patient_id
  AND followup.sequence = last_score.sequence
  LEFT JOIN score AS index_score ON index_score.patient_id = unit.patient_id
  AND index_score.assessment_id = unit.assessment_id
  LEFT JOIN instrument ON instrument.instrument = index_score.instrument
  LEFT JOIN band ON band.instrument = index_score.instrument
  AND unit.index_score >= band.min
  AND unit.index_score < band.max + 1
