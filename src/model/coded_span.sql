-- Grain: one row per person, set of codes and span of days that a coded record tells of. Key: patient_id, code_set, source, first_date, last_date.
-- A record without a first day has always held, and one without a last day still does.
WITH
  diagnosis AS (
    SELECT
      *,
      coalesce(onset_date, recorded_date) AS began_date
    FROM
      staging.diagnosis
    WHERE
      coalesce(status NOT IN ('refuted', 'entered_in_error'), TRUE)
      AND coalesce(verification NOT IN ('refuted', 'entered_in_error'), TRUE)
  ),
  visit AS (
    SELECT
      *
    FROM
      staging.visit
  ),
  treatment AS (
    SELECT
      *
    FROM
      staging.treatment
  ),
  observation AS (
    SELECT
      *
    FROM
      staging.observation
  ),
  code_set AS (
    SELECT
      *
    FROM
      ref.code_set
  ),
  record AS (
    SELECT
      patient_id,
      'diagnosis' AS source,
      code,
      began_date AS first_date,
      CASE
        WHEN resolved_date IS NOT NULL THEN resolved_date
        WHEN status IN ('resolved', 'inactive', 'remission')
        AND recorded_date > began_date THEN recorded_date
        WHEN status IN ('resolved', 'inactive', 'remission') THEN began_date
      END AS last_date
    FROM
      diagnosis
    UNION ALL
    SELECT
      patient_id,
      'visit' AS source,
      type AS code,
      visit_date AS first_date,
      end_date AS last_date
    FROM
      visit
    UNION ALL
    SELECT
      patient_id,
      'treatment' AS source,
      class AS code,
      start_date AS first_date,
      end_date AS last_date
    FROM
      treatment
    UNION ALL
    SELECT
      patient_id,
      'observation' AS source,
      code,
      observed_date AS first_date,
      observed_date AS last_date
    FROM
      observation
    WHERE
      coalesce(value <> 0, TRUE)
  )
SELECT DISTINCT
  record.patient_id,
  code_set.code_set,
  record.source,
  coalesce(record.first_date, cast('1900-01-01' AS DATE)) AS first_date,
  coalesce(record.last_date, cast('9999-12-31' AS DATE)) AS last_date
FROM
  record
  JOIN code_set ON code_set.code = upper(replace(replace(replace(record.code, '.', ''), ' ', '_'), '-', '_'))
WHERE
  coalesce(record.first_date <= cast($as_of AS DATE), TRUE)
