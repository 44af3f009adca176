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
  baseline AS (
    SELECT
      *
    FROM
      model.baseline
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
  )
SELECT
  episode.episode_id,
  instrument_in_use.instrument,
  episode.patient_id,
  episode.clinic_id,
  episode.ended_date,
  baseline.baseline_date,
  baseline.baseline_score,
  baseline.is_late,
  baseline.is_elevated,
  coalesce(person_then.age_band, 'unknown') AS age_band,
  coalesce(person.sex, 'unknown') AS sex,
  coalesce(person.race, 'unknown') AS race,
  coalesce(person.ethnicity, 'unknown') AS ethnicity,
  coalesce(person.language, 'unknown') AS language,
  coalesce(person.area, 'unknown') AS area,
  coalesce(person_then.payer, 'unknown') AS payer,
  coalesce(baseline.baseline_band, 'unknown') AS baseline_band
FROM
  episode
  CROSS JOIN instrument_in_use
  LEFT JOIN person ON person.patient_id = episode.patient_id
  LEFT JOIN baseline ON baseline.episode_id = episode.episode_id
  AND baseline.instrument = instrument_in_use.instrument
  LEFT JOIN person_then ON person_then.patient_id = episode.patient_id
  AND person_then.day = baseline.baseline_date
