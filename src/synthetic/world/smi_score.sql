-- Grain: one row per specialty scale filled in. Key: episode, instrument, step.
WITH
  appointment AS (
    SELECT
      episode,
      step,
      occasion_date,
      gained
    FROM
      world.appointment
    WHERE
      is_kept
      AND (
        step % 2 = 0
        OR step > 6
      )
  ),
  filled AS (
    SELECT
      appointment.*,
      course.condition,
      smi_scale.instrument,
      smi_scale.floor,
      smi_scale.top,
      smi_scale.mean,
      smi_scale.sd,
      smi_scale.error_sd,
      random_bits (smi_scale.instrument, course.episode) AS person_bits,
      random_bits (smi_scale.instrument, course.episode * 100 + appointment.step) AS bits
    FROM
      appointment
      JOIN world.course AS course ON course.episode = appointment.episode
      JOIN given.smi_scale AS smi_scale ON smi_scale.condition = course.condition
  ),
  levelled AS (
    SELECT
      filled.*,
      greatest(0, mean + normal (person_bits, 0) * sd // 1000 - floor * 1000) AS above_floor
    FROM
      filled
  )
SELECT
  episode,
  instrument,
  step,
  occasion_date,
  floor + score_of (
    above_floor - above_floor * (gained * 7 // 10) // 1000 + normal (bits, 0) * error_sd // 1000,
    top - floor
  ) AS total,
  cast(bits >> 58 AS INTEGER) AS form
FROM
  levelled
