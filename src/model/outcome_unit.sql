-- Grain: one row per enrolled episode and instrument in use: its baseline and who the person was then. Key: episode_id, instrument.
WITH
  episode AS (
    SELECT
      *
    FROM
      model.episode
    WHERE
      enrolled_date IS NOT NULL
  ),
  instrument_in_use AS (
    SELECT DISTINCT
      instrument
    FROM
      model.scored_assessment
  ),
  person AS (
    SELECT
      *
    FROM
      model.person
  ),
  baseline AS (
    SELECT
      *
    FROM
      model.baseline
  ),
  coverage AS (
    SELECT
      *
    FROM
      staging.coverage
  ),
  age_band AS (
    SELECT
      *
    FROM
      ref.age_band
  ),
  unit AS (
    SELECT
      episode.episode_id,
      episode.patient_id,
      episode.clinic_id,
      episode.ended_date,
      instrument_in_use.instrument,
      baseline.baseline_date,
      baseline.baseline_score,
      baseline.baseline_band,
      baseline.is_late,
      baseline.is_elevated,
      person.sex,
      person.race,
      person.ethnicity,
      person.language,
      CASE
        WHEN person.birth_date > baseline.baseline_date THEN NULL
        WHEN person.birth_date IS NOT NULL THEN age_years (person.birth_date, baseline.baseline_date)
        ELSE year(baseline.baseline_date) - person.birth_year
      END AS age
    FROM
      episode
      CROSS JOIN instrument_in_use
      LEFT JOIN person ON person.patient_id = episode.patient_id
      LEFT JOIN baseline ON baseline.episode_id = episode.episode_id
      AND baseline.instrument = instrument_in_use.instrument
  ),
  payer AS (
    SELECT
      unit.episode_id,
      unit.instrument,
      coverage.payer_category,
      row_number() OVER (
        PARTITION BY
          unit.episode_id,
          unit.instrument
        ORDER BY
          coverage.start_date DESC NULLS LAST,
          coverage.payer_category
      ) AS preference
    FROM
      unit
      JOIN coverage ON coverage.patient_id = unit.patient_id
      AND coalesce(coverage.start_date, unit.baseline_date) <= unit.baseline_date
      AND coalesce(coverage.end_date, unit.baseline_date) >= unit.baseline_date
  )
SELECT
  unit.episode_id,
  unit.instrument,
  unit.patient_id,
  unit.clinic_id,
  unit.ended_date,
  unit.baseline_date,
  unit.baseline_score,
  unit.is_late,
  unit.is_elevated,
  coalesce(age_band.age_band, 'unknown') AS age_band,
  coalesce(unit.sex, 'unknown') AS sex,
  coalesce(unit.race, 'unknown') AS race,
  coalesce(unit.ethnicity, 'unknown') AS ethnicity,
  coalesce(unit.language, 'unknown') AS language,
  coalesce(payer.payer_category, 'unknown') AS payer,
  coalesce(unit.baseline_band, 'unknown') AS baseline_band
FROM
  unit
  LEFT JOIN payer ON payer.episode_id = unit.episode_id
  AND payer.instrument = unit.instrument
  AND payer.preference = 1
  LEFT JOIN age_band ON age_band.age_from <= unit.age
  AND coalesce(age_band.age_to, unit.age) >= unit.age
