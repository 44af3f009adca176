-- Grain: one row per report of a social status. Key: patient_id, domain, observed_date.
WITH
  parameter AS (
    SELECT
      end_date
    FROM
      given.parameter
  ),
  asked AS (
    SELECT
      course.episode,
      social.domain,
      social.good,
      social.bad,
      social.start,
      social.gain,
      cast(unnest([0, 90, 180, 270]) AS INTEGER) AS day,
      course.enrolled_date
    FROM
      world.course AS course
      JOIN world.clinic AS clinic ON clinic.clinic = course.clinic
      CROSS JOIN given.social AS social
    WHERE
      clinic.setting = 'specialty_mh'
  ),
  answered AS (
    SELECT
      asked.*,
      working_day (add_days (enrolled_date, day)) AS observed_date,
      random_bits (domain, episode) AS person_bits,
      random_bits (domain, episode * 1000 + day) AS bits
    FROM
      asked
  )
SELECT
  patient_id (answered.episode // 10) AS patient_id,
  answered.domain,
  CASE
    WHEN permille (answered.person_bits, 0) < answered.start + answered.gain * answered.day // 365 THEN answered.good
    ELSE answered.bad
  END AS status,
  answered.observed_date
FROM
  answered
  CROSS JOIN parameter
  JOIN world.ending AS ending ON ending.episode = answered.episode
  AND answered.observed_date <= ending.ended_date
WHERE
  permille (answered.bits, 0) < 850
  AND answered.observed_date <= parameter.end_date
