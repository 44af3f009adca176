-- Grain: one row per billed code, person and month. Key: billing_id.
-- CPT: 99492 in the first month from 36 minutes, 99493 later from 31, 99494 for each 30 more, G2214 from 16.
WITH
  parameter AS (
    SELECT
      end_date
    FROM
      given.parameter
  ),
  worked AS (
    SELECT
      contact.episode,
      month_start (contact.contact_date) AS service_month,
      cast(sum(contact.minutes) AS INTEGER) AS minutes
    FROM
      world.contact AS contact
    WHERE
      contact.kind = 'treatment'
    GROUP BY
      contact.episode,
      month_start (contact.contact_date)
  ),
  month AS (
    SELECT
      worked.episode,
      worked.service_month,
      worked.minutes,
      course.clinic,
      payer.pays,
      month_start (course.enrolled_date) = worked.service_month AS is_first
    FROM
      worked
      JOIN world.course AS course ON course.episode = worked.episode
      JOIN world.clinic AS clinic ON clinic.clinic = course.clinic
      JOIN world.patient AS patient ON patient.patient = worked.episode // 10
      JOIN given.payer AS payer ON payer.payer = patient.payer
    WHERE
      clinic.setting = 'primary_care'
  ),
  line AS (
    SELECT
      episode,
      clinic,
      service_month,
      pays,
      CASE
        WHEN is_first
        AND minutes >= 36 THEN '99492'
        WHEN NOT is_first
        AND minutes >= 31 THEN '99493'
        ELSE 'G2214'
      END AS code,
      1 AS units
    FROM
      month
    WHERE
      minutes >= 16
    UNION ALL
    SELECT
      episode,
      clinic,
      service_month,
      pays,
      '99494' AS code,
      (
        minutes - 16 - CASE
          WHEN is_first THEN 70
          ELSE 60
        END
      ) // 30 + 1 AS units
    FROM
      month
    WHERE
      minutes >= 16 + CASE
        WHEN is_first THEN 70
        ELSE 60
      END
  )
SELECT
  concat(episode_id (line.episode), '-', compact_day (line.service_month), '-', line.code) AS billing_id,
  patient_id (line.episode // 10) AS patient_id,
  clinic_id (line.clinic) AS clinic_id,
  line.service_month,
  line.code,
  line.units,
  CASE
    WHEN line.service_month < add_days (parameter.end_date, -60) THEN hundredths (line.units * fee.cents * line.pays // 1000)
  END AS paid
FROM
  line
  CROSS JOIN parameter
  JOIN given.fee AS fee ON fee.code = line.code
