-- Grain: one row per visit to primary care up to referral, with the PHQ-9 asked there, if any. Key: patient, visit.
WITH
  parameter AS (
    SELECT
      start_date,
      end_date,
      screened,
      unreferred_positive
    FROM
      given.parameter
  ),
  first_referral AS (
    SELECT
      patient,
      referred_date,
      depression
    FROM
      world.referral
    WHERE
      sequence = 1
  ),
  patient AS (
    SELECT
      patient.patient,
      patient.clinic,
      random_bits ('screen', patient.patient) AS bits,
      cast(unnest(range(3)) AS INTEGER) AS visit
    FROM
      world.patient AS patient
      JOIN world.clinic AS clinic ON clinic.clinic = patient.clinic
    WHERE
      clinic.setting = 'primary_care'
  ),
  drawn AS (
    SELECT
      patient.patient,
      patient.clinic,
      patient.visit,
      patient.bits,
      random_bits ('visit', patient.patient * 10 + patient.visit) AS visit_bits
    FROM
      patient
    WHERE
      patient.visit <= below (3, patient.bits, 0)
  ),
  dated AS (
    SELECT
      drawn.*,
      first_referral.referred_date,
      first_referral.depression,
      add_days (
        working_day (
          coalesce(
            first_referral.referred_date,
            add_days (month.first_day, below (month.days, drawn.bits, 2))
          )
        ),
        - CASE
          WHEN drawn.visit = 0 THEN 0
          ELSE 182 * drawn.visit + below (120, drawn.visit_bits, 0)
        END
      ) AS visit_date
    FROM
      drawn
      JOIN world.month_slot AS month_slot ON month_slot.slot = permille (drawn.bits, 1)
      JOIN world.month AS month ON month.month = month_slot.month
      LEFT JOIN first_referral ON first_referral.patient = drawn.patient
  )
SELECT
  dated.patient,
  dated.visit,
  dated.clinic,
  dated.visit_date,
  visit_type.value AS visit_type,
  CASE
    WHEN permille (dated.visit_bits, 2) >= parameter.screened THEN NULL
    WHEN dated.visit = 0
    AND dated.referred_date IS NOT NULL THEN score_of (greatest(10000, dated.depression + normal (dated.visit_bits, 3) * 22 // 10), 27)
    WHEN dated.visit = 0
    AND permille (dated.bits, 3) < parameter.unreferred_positive THEN 10 + below (8, dated.visit_bits, 3)
    ELSE below (10, dated.visit_bits, 3) * below (10, dated.visit_bits, 4) // 9
  END AS phq9
FROM
  dated
  CROSS JOIN parameter
  JOIN world.choice AS visit_type ON visit_type.list = 'visit_type'
  AND visit_type.slot = permille (dated.visit_bits, 1)
WHERE
  dated.visit_date BETWEEN parameter.start_date AND parameter.end_date
