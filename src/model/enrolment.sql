-- Grain: one row per enrolled episode: who the person was on the day of enrolment, and how ill at baseline. Key: episode_id.
WITH
  episode AS (
    SELECT
      *
    FROM
      model.episode
    WHERE
      enrolled_date IS NOT NULL
  ),
  person AS (
    SELECT
      *
    FROM
      model.person_on_day
  ),
  steering AS (
    SELECT
      *
    FROM
      model.steering_score
    WHERE
      sequence = 1
  ),
  baseline AS (
    SELECT
      *
    FROM
      model.baseline
  )
SELECT
  episode.episode_id,
  episode.patient_id,
  episode.clinic_id,
  episode.care_manager_id,
  episode.primary_instrument,
  episode.enrolled_date,
  episode.ended_date,
  month_start (episode.enrolled_date) AS period_start,
  person.age_band,
  person.sex,
  person.race,
  person.ethnicity,
  person.language,
  person.area,
  person.payer,
  coalesce(baseline.baseline_band, 'unknown') AS baseline_band
FROM
  episode
  JOIN person ON person.patient_id = episode.patient_id
  AND person.day = episode.enrolled_date
  LEFT JOIN steering ON steering.episode_id = episode.episode_id
  LEFT JOIN baseline ON baseline.episode_id = steering.episode_id
  AND baseline.instrument = steering.instrument
