-- Grain: one row per episode in which care was started: how ill the person is and what share of it they lose, without care and through it. Key: episode.
WITH
  parameter AS (
    SELECT
      never_starts,
      natural_share,
      natural_sd,
      severity_slope,
      care_share,
      early_share,
      learning_share,
      medicaid_share,
      discordant_share,
      early_learning,
      early_medicaid,
      early_language_gap
    FROM
      given.parameter
  ),
  started AS (
    SELECT
      referral.episode,
      referral.patient,
      referral.clinic,
      referral.condition,
      referral.care_uptake,
      referral.depression,
      referral.anxiety,
      enrolment.enrolled_date,
      enrolment.month,
      enrolment.post,
      random_bits ('course', referral.episode) AS bits
    FROM
      world.enrolment AS enrolment
      JOIN world.referral AS referral ON referral.episode = enrolment.episode
      CROSS JOIN parameter
    WHERE
      permille (random_bits ('start', referral.episode), 0) >= parameter.never_starts
  ),
  offered AS (
    SELECT
      started.*,
      month.learned_permille,
      clinic.effect_share,
      patient.payer = 'Medicaid' AS is_medicaid,
      patient.language = 'Spanish'
      AND NOT clinic.is_bilingual AS is_discordant,
      CASE
        WHEN started.month >= clinic.change_month THEN clinic.change_share
        ELSE 0
      END AS change_share,
      clinic.early_permille + parameter.early_learning * month.learned_permille // 1000 + CASE
        WHEN patient.payer = 'Medicaid' THEN parameter.early_medicaid
        ELSE 0
      END + CASE
        WHEN patient.language = 'Spanish'
        AND NOT clinic.is_bilingual THEN parameter.early_language_gap
        ELSE 0
      END AS early_permille
    FROM
      started
      CROSS JOIN parameter
      JOIN world.clinic AS clinic ON clinic.clinic = started.clinic
      JOIN world.patient AS patient ON patient.patient = started.patient
      JOIN world.month AS month ON month.month = started.month
  ),
  followed AS (
    SELECT
      offered.*,
      permille (offered.bits, 0) < offered.early_permille AS is_early
    FROM
      offered
  )
SELECT
  followed.episode,
  followed.clinic,
  followed.post,
  followed.month,
  followed.condition,
  followed.enrolled_date,
  followed.depression,
  followed.anxiety,
  followed.is_early,
  parameter.natural_share + parameter.severity_slope * (followed.depression - 15000) // 1000 + normal (followed.bits, 1) * parameter.natural_sd // 1000 AS natural_share,
  (
    parameter.care_share + followed.effect_share + followed.change_share + parameter.learning_share * followed.learned_permille // 1000 + CASE
      WHEN followed.is_early THEN parameter.early_share
      ELSE 0
    END + CASE
      WHEN followed.is_discordant THEN parameter.discordant_share
      ELSE 0
    END + CASE
      WHEN followed.is_medicaid THEN parameter.medicaid_share
      ELSE 0
    END
  ) * followed.care_uptake // 1000 AS care_share,
  followed.care_uptake
FROM
  followed
  CROSS JOIN parameter
