-- Grain: one row per clinic. Key: clinic.
WITH
  parameter AS (
    SELECT
      months,
      clinics,
      specialty_every,
      clinic_sd,
      early_mean,
      early_spread,
      improving_share,
      deteriorating_share,
      gap_clinic_spanish,
      spanish_min,
      spanish_spread,
      medicaid_min,
      medicaid_spread,
      cast(unnest(range(1, clinics + 1)) AS INTEGER) AS clinic
    FROM
      given.parameter
  ),
  area AS (
    SELECT
      cast(count(*) AS INTEGER) AS areas
    FROM
      world.area
  ),
  role AS (
    SELECT
      role,
      clinic,
      change_at
    FROM
      given.clinic_role
  ),
  drawn AS (
    SELECT
      parameter.*,
      random_bits ('clinic', clinic) AS bits,
      random_bits ('place', 0) AS seed_bits,
      clinic % specialty_every = 0 AS is_specialty
    FROM
      parameter
  )
SELECT
  drawn.clinic,
  (drawn.clinic * 7 + below (50, drawn.seed_bits, 0)) % 50 AS place,
  (drawn.clinic - 1) % area.areas + 1 AS area,
  CASE
    WHEN drawn.is_specialty THEN 'specialty_mh'
    ELSE 'primary_care'
  END AS setting,
  (700 + below (600, drawn.bits, 0)) * CASE
    WHEN drawn.is_specialty THEN 1
    ELSE 2
  END AS size_weight,
  normal (drawn.bits, 1) * drawn.clinic_sd // 1000 AS effect_share,
  drawn.early_mean - drawn.early_spread + below (2 * drawn.early_spread + 1, drawn.bits, 2) AS early_permille,
  drawn.medicaid_min + below (drawn.medicaid_spread, drawn.bits, 3) AS medicaid_permille,
  CASE
    WHEN role.role = 'language_gap' THEN drawn.gap_clinic_spanish
    ELSE drawn.spanish_min + below (drawn.spanish_spread, drawn.bits, 4)
  END AS spanish_permille,
  role.role IS DISTINCT FROM 'language_gap' AS is_bilingual,
  role.role,
  drawn.months * role.change_at // 1000 AS change_month,
  CASE role.role
    WHEN 'improves' THEN drawn.improving_share
    WHEN 'deteriorates' THEN drawn.deteriorating_share
    ELSE 0
  END AS change_share
FROM
  drawn
  CROSS JOIN area
  LEFT JOIN role ON role.clinic = drawn.clinic
