-- Grain: one row per enrolled episode, with who the person was on the day of enrolment. Key: episode_id.
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
  person.payer
FROM
  episode
  JOIN person ON person.patient_id = episode.patient_id
  AND person.day = episode.enrolled_date
