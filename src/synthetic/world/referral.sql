-- Grain: one row per referral of a person. Key: episode.
WITH
  parameter AS (
    SELECT
      end_date,
      accepts,
      returns,
      returns_after_days,
      severity_sd,
      anxiety_sd,
      anxiety_shared
    FROM
      given.parameter
  ),
  patient AS (
    SELECT
      patient,
      clinic,
      random_bits ('referral', patient) AS bits
    FROM
      world.patient
    WHERE
      is_referred
  ),
  first_referral AS (
    SELECT
      patient.patient,
      patient.clinic,
      patient.bits,
      working_day (add_days (month.first_day, below (month.days, patient.bits, 1))) AS referred_date
    FROM
      patient
      JOIN world.month_slot AS month_slot ON month_slot.slot = permille (patient.bits, 0)
      JOIN world.month AS month ON month.month = month_slot.month
  ),
  referral AS (
    SELECT
      patient,
      clinic,
      1 AS sequence,
      referred_date
    FROM
      first_referral
    UNION ALL
    SELECT
      first_referral.patient,
      first_referral.clinic,
      2 AS sequence,
      working_day (
        add_days (
          first_referral.referred_date,
          parameter.returns_after_days + below (360, first_referral.bits, 3)
        )
      ) AS referred_date
    FROM
      first_referral
      CROSS JOIN parameter
    WHERE
      permille (first_referral.bits, 2) < parameter.returns
  ),
  drawn AS (
    SELECT
      referral.*,
      referral.patient * 10 + referral.sequence AS episode,
      random_bits ('illness', referral.patient * 10 + referral.sequence) AS bits
    FROM
      referral
      CROSS JOIN parameter
    WHERE
      referral.referred_date <= parameter.end_date
  )
SELECT
  drawn.episode,
  drawn.patient,
  drawn.sequence,
  drawn.clinic,
  drawn.referred_date,
  condition.condition,
  condition.care_uptake,
  permille (drawn.bits, 1) < parameter.accepts AS is_accepted,
  least(
    26000,
    greatest(
      2000,
      condition.phq9_mean + month.severity + normal (drawn.bits, 2) * parameter.severity_sd // 1000
    )
  ) AS depression,
  least(
    20000,
    greatest(
      1000,
      condition.gad7_mean + normal (drawn.bits, 2) * parameter.severity_sd // 1000 * parameter.anxiety_shared // 1000 + normal (drawn.bits, 3) * parameter.anxiety_sd // 1000
    )
  ) AS anxiety
FROM
  drawn
  CROSS JOIN parameter
  JOIN world.clinic AS clinic ON clinic.clinic = drawn.clinic
  JOIN world.choice AS choice ON choice.list = clinic.setting
  AND choice.slot = permille (drawn.bits, 0)
  JOIN given.condition AS condition ON condition.condition = choice.value
  JOIN world.month AS month ON month.first_day = month_start (drawn.referred_date)
