-- Grain: one row per person the programme has seen. Key: patient.
WITH
  parameter AS (
    SELECT
      start_date,
      referred,
      lives_in_clinic_area
    FROM
      given.parameter
  ),
  area AS (
    SELECT
      cast(count(*) AS INTEGER) AS areas
    FROM
      world.area
  ),
  drawn AS (
    SELECT
      number.patient,
      parameter.start_date,
      parameter.referred,
      parameter.lives_in_clinic_area,
      random_bits ('person', number.patient) AS bits,
      random_bits ('home', number.patient) AS home_bits
    FROM
      world.number AS number
      CROSS JOIN parameter
  ),
  chosen AS (
    SELECT
      drawn.*,
      clinic.clinic,
      clinic.setting,
      clinic.area AS clinic_area,
      clinic.spanish_permille,
      clinic.medicaid_permille,
      sex.value AS sex,
      race.value AS race,
      age_group.age_from,
      age_group.years
    FROM
      drawn
      JOIN world.clinic_slot AS clinic_slot ON clinic_slot.slot = permille (drawn.bits, 0)
      JOIN world.clinic AS clinic ON clinic.clinic = clinic_slot.clinic
      JOIN world.choice AS sex ON sex.list = 'sex'
      AND sex.slot = permille (drawn.bits, 1)
      JOIN world.choice AS race ON race.list = 'race'
      AND race.slot = permille (drawn.bits, 2)
      JOIN world.choice AS age ON age.list = 'age_from'
      AND age.slot = permille (drawn.bits, 3)
      JOIN given.age_group AS age_group ON age_group.age_from = cast(age.value AS INTEGER)
  )
SELECT
  chosen.patient,
  chosen.clinic,
  chosen.sex,
  chosen.race,
  CASE
    WHEN permille (chosen.bits, 4) < chosen.spanish_permille THEN 'Spanish'
    WHEN permille (chosen.bits, 4) >= 960 THEN 'Other'
    ELSE 'English'
  END AS language,
  CASE
    WHEN permille (chosen.bits, 4) < chosen.spanish_permille + 60 THEN 'Hispanic or Latino'
    ELSE 'Not Hispanic or Latino'
  END AS ethnicity,
  CASE
    WHEN chosen.age_from >= 65 THEN 'Medicare'
    WHEN permille (chosen.bits, 5) < chosen.medicaid_permille THEN 'Medicaid'
    WHEN permille (chosen.bits, 5) >= 950 THEN 'Uninsured'
    ELSE 'Commercial'
  END AS payer,
  add_days (
    add_months (chosen.start_date, -12 * (chosen.age_from + below (chosen.years, chosen.home_bits, 0))),
    - below (365, chosen.home_bits, 1)
  ) AS birth_date,
  CASE
    WHEN permille (chosen.home_bits, 2) < chosen.lives_in_clinic_area THEN chosen.clinic_area
    ELSE below (area.areas, chosen.home_bits, 3) + 1
  END AS area,
  chosen.setting = 'specialty_mh'
  OR permille (chosen.home_bits, 4) < chosen.referred AS is_referred
FROM
  chosen
  CROSS JOIN area
