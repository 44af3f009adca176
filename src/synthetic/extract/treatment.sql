-- Grain: one row per span of therapy, or record of a medicine. Key: patient_id, class, name, start_date, recorded_date.
-- A medicine is recorded on its first day and then, three times in four, every 45 days.
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
  ),
  lasting AS (
    SELECT
      span.*,
      CASE
        WHEN permille (span.bits, 4) < 250 THEN add_days (span.start_date, 30 + below (300, span.bits, 5))
      END AS end_date
    FROM
      span
      CROSS JOIN parameter
    WHERE
      span.start_date <= parameter.end_date
  ),
  slot AS (
    SELECT
      cast(unnest(range(0, 24)) AS BIGINT) AS slot
  ),
  record AS (
    SELECT
      lasting.*,
      CASE
        WHEN lasting.class <> 'psychotherapy' THEN add_days (lasting.start_date, 45 * slot.slot)
      END AS recorded_date
    FROM
      lasting
      JOIN slot ON slot.slot = 0
      OR (
        lasting.class <> 'psychotherapy'
        AND permille (random_bits ('dose', lasting.episode * 100 + slot.slot), 0) < 750
      )
  )
SELECT
  patient_id (record.episode // 10) AS patient_id,
  record.class,
  name.value AS name,
  CASE
    WHEN record.recorded_date IS NOT NULL THEN concat(25 + 25 * below (4, record.bits, 5), ' mg')
  END AS dose,
  record.start_date,
  record.end_date,
  record.recorded_date
FROM
  record
  CROSS JOIN parameter
  JOIN world.choice AS name ON name.list = record.list
  AND name.slot = permille (record.bits, 3)
WHERE
  coalesce(
    record.recorded_date <= least(parameter.end_date, coalesce(record.end_date, parameter.end_date)),
    TRUE
  )
