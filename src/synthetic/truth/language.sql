-- Grain: one row per clinic and language: started episodes, and those with a contact in 28 days. Key: clinic_id, language.
SELECT
  clinic_id (course.clinic) AS clinic_id,
  clinic.is_bilingual,
  patient.language,
  count(*) AS started,
  count(*) filter(
    WHERE
      course.is_early
  ) AS early,
  count(*) filter(
    WHERE
      outcome.baseline >= 10
  ) AS eligible,
  count(*) filter(
    WHERE
      outcome.baseline >= 10
      AND 2 * outcome.score <= outcome.baseline
  ) AS response
FROM
  world.course AS course
  JOIN world.clinic AS clinic ON clinic.clinic = course.clinic
  JOIN world.patient AS patient ON patient.patient = course.episode // 10
  LEFT JOIN truth.outcome AS outcome ON outcome.episode = course.episode
  AND outcome.instrument = 'phq9'
  AND outcome.window_id = '6m'
GROUP BY
  course.clinic,
  clinic.is_bilingual,
  patient.language
