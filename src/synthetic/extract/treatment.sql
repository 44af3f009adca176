-- Grain: one row per span of medication or therapy. Key: patient_id, class, name, start_date.
WITH
  parameter AS (
    SELECT
      end_date
    FROM
      given.parameter
  ),
  course AS (
    SELECT
      course.episode,
      course.condition,
      course.enrolled_date,
      clinic.setting = 'specialty_mh' AS is_specialty,
      random_bits ('treatment', course.episode) AS bits
    FROM
      world.course AS course
      JOIN world.clinic AS clinic ON clinic.clinic = course.clinic
  ),
  span AS (
    SELECT
      episode,
      'antidepressant' AS class,
      'antidepressant' AS list,
      bits,
      add_days (enrolled_date, below (15, bits, 0)) AS start_date
    FROM
      course
    WHERE
      condition NOT IN ('schizophrenia', 'bipolar disorder')
      AND permille (bits, 1) < 650
    UNION ALL
    SELECT
      episode,
      'antipsychotic',
      'antipsychotic',
      bits,
      add_days (enrolled_date, - below (400, bits, 0))
    FROM
      course
    WHERE
      is_specialty
    UNION ALL
    SELECT
      episode,
      'mood stabiliser',
      'mood_stabiliser',
      bits,
      add_days (enrolled_date, - below (400, bits, 0))
    FROM
      course
    WHERE
      condition = 'bipolar disorder'
      AND permille (bits, 1) < 600
    UNION ALL
    SELECT
      episode,
      'psychotherapy',
      'psychotherapy',
      bits,
      enrolled_date
    FROM
      course
    WHERE
      permille (bits, 2) < 350
  )
SELECT
  patient_id (span.episode // 10) AS patient_id,
  span.class,
  name.value AS name,
  span.start_date,
  CASE
    WHEN permille (span.bits, 4) < 250 THEN add_days (span.start_date, 30 + below (300, span.bits, 5))
  END AS end_date
FROM
  span
  CROSS JOIN parameter
  JOIN world.choice AS name ON name.list = span.list
  AND name.slot = permille (span.bits, 3)
WHERE
  span.start_date <= parameter.end_date
