-- Grain: one row per person ever referred or enrolled. Key: unit_id, instrument, "window".
WITH
  episode AS (
    SELECT
      *
    FROM
      model.episode
  ),
  person AS (
    SELECT
      *
    FROM
      model.person_on_day
  ),
  care_window AS (
    SELECT
      *
    FROM
      ref.care_window
    WHERE
      "window" = 'so_far'
  ),
  dated AS (
    SELECT
      episode_id,
      patient_id,
      clinic_id,
      enrolled_date,
      CASE
        WHEN enrolled_date < referred_date THEN enrolled_date
        ELSE coalesce(referred_date, enrolled_date)
      END AS first_date
    FROM
      episode
    WHERE
      referred_date IS NOT NULL
      OR enrolled_date IS NOT NULL
  ),
  in_order AS (
    SELECT
      *,
      row_number() OVER (
        PARTITION BY
          patient_id
        ORDER BY
          first_date,
          episode_id
      ) AS place
    FROM
      dated
  ),
  ever_enrolled AS (
    SELECT DISTINCT
      patient_id
    FROM
      dated
    WHERE
      enrolled_date IS NOT NULL
  )
SELECT
  in_order.patient_id AS unit_id,
  care_window."window",
  month_start (in_order.first_date) AS period_start,
  in_order.clinic_id,
  coalesce(person.age_band, 'unknown') AS age_band,
  coalesce(person.sex, 'unknown') AS sex,
  coalesce(person.race, 'unknown') AS race,
  coalesce(person.ethnicity, 'unknown') AS ethnicity,
  coalesce(person.language, 'unknown') AS language,
  coalesce(person.area, 'unknown') AS area,
  coalesce(person.payer, 'unknown') AS payer,
  'unknown' AS baseline_band,
  ever_enrolled.patient_id IS NOT NULL AS is_met,
  cast(NULL AS VARCHAR) AS exclusion_reason
FROM
  in_order
  CROSS JOIN care_window
  LEFT JOIN person ON person.patient_id = in_order.patient_id
  AND person.day = in_order.first_date
  LEFT JOIN ever_enrolled ON ever_enrolled.patient_id = in_order.patient_id
WHERE
  in_order.place = 1
