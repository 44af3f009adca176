-- Grain: one row per coded diagnosis. Key: patient_id, code, recorded_date.
WITH
  referral AS (
    SELECT
      referral.episode,
      referral.patient,
      referral.referred_date,
      condition.icd10,
      clinic.setting,
      random_bits ('diagnosis', referral.patient) AS bits
    FROM
      world.referral AS referral
      JOIN world.clinic AS clinic ON clinic.clinic = referral.clinic
      JOIN given.condition AS condition ON condition.condition = referral.condition
  ),
  diagnosis AS (
    SELECT
      patient,
      icd10,
      referred_date
    FROM
      referral
    UNION ALL
    SELECT
      referral.patient,
      comorbidity.icd10,
      referral.referred_date
    FROM
      referral
      CROSS JOIN given.comorbidity AS comorbidity
    WHERE
      referral.episode % 10 = 1
      AND permille (referral.bits, comorbidity.lane) < CASE referral.setting
        WHEN 'specialty_mh' THEN comorbidity.specialty_mh
        ELSE comorbidity.primary_care
      END
  )
SELECT
  patient_id (patient) AS patient_id,
  'icd-10-cm' AS code_system,
  icd10 AS code,
  referred_date AS recorded_date,
  'active' AS status
FROM
  diagnosis
