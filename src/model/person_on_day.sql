-- Grain: one row per person and day from which something of theirs is counted: who they were that day. Key: patient_id, day.
WITH
  episode AS (
    SELECT
      *
    FROM
      model.episode
  ),
  baseline AS (
    SELECT
      *
    FROM
      model.baseline
  ),
  patient_month AS (
    SELECT
      *
    FROM
      model.patient_month
  ),
  index_event AS (
    SELECT
      *
    FROM
      model.index_event
  ),
  visit_year AS (
    SELECT
      *
    FROM
      model.visit_year
  ),
  diagnosed_visit AS (
    SELECT
      *
    FROM
      model.diagnosed_visit
  ),
  person AS (
    SELECT
      *
    FROM
      model.person
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
  counted AS (
    SELECT
      patient_id,
      referred_date AS day
    FROM
      episode
    WHERE
      referred_date IS NOT NULL
    UNION
    SELECT
      patient_id,
      enrolled_date AS day
    FROM
      episode
    WHERE
      enrolled_date IS NOT NULL
    UNION
    SELECT
      episode.patient_id,
      baseline.baseline_date AS day
    FROM
      baseline
      JOIN episode ON episode.episode_id = baseline.episode_id
    UNION
    SELECT
      patient_id,
      first_visit_date AS day
    FROM
      patient_month
    UNION
    SELECT
      patient_id,
      index_date AS day
    FROM
      index_event
    UNION
    SELECT
      patient_id,
      age_date AS day
    FROM
      index_event
    UNION
    SELECT
      patient_id,
      period_start AS day
    FROM
      visit_year
    UNION
    SELECT
      patient_id,
      year_start (visit_date) AS day
    FROM
      diagnosed_visit
  ),
  aged AS (
    SELECT
      counted.patient_id,
      counted.day,
      person.sex,
      person.race,
      person.ethnicity,
      person.language,
      person.area,
      CASE
        WHEN person.birth_date > counted.day THEN NULL
        WHEN person.birth_date IS NOT NULL THEN age_years (person.birth_date, counted.day)
        ELSE year(counted.day) - person.birth_year
      END AS age
    FROM
      counted
      LEFT JOIN person ON person.patient_id = counted.patient_id
  ),
  payer AS (
    SELECT
      counted.patient_id,
      counted.day,
      coverage.payer_category,
      row_number() OVER (
        PARTITION BY
          counted.patient_id,
          counted.day
        ORDER BY
          coverage.start_date DESC NULLS LAST,
          coverage.payer_category
      ) AS preference
    FROM
      counted
      JOIN coverage ON coverage.patient_id = counted.patient_id
      AND coalesce(coverage.start_date, counted.day) <= counted.day
      AND coalesce(coverage.end_date, counted.day) >= counted.day
  )
SELECT
  aged.patient_id,
  aged.day,
  aged.age,
  coalesce(age_band.age_band, 'unknown') AS age_band,
  coalesce(aged.sex, 'unknown') AS sex,
  coalesce(aged.race, 'unknown') AS race,
  coalesce(aged.ethnicity, 'unknown') AS ethnicity,
  coalesce(aged.language, 'unknown') AS language,
  coalesce(aged.area, 'unknown') AS area,
  coalesce(payer.payer_category, 'unknown') AS payer
FROM
  aged
  LEFT JOIN payer ON payer.patient_id = aged.patient_id
  AND payer.day = aged.day
  AND payer.preference = 1
  LEFT JOIN age_band ON age_band.age_from <= aged.age
  AND coalesce(age_band.age_to, aged.age) >= aged.age
