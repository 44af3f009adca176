-- Grain: one row per clinic, role and month. Key: clinic_id, role, month.
WITH
  parameter AS (
    SELECT
      psychiatrist_share,
      care_manager_cost,
      psychiatrist_cost
    FROM
      given.parameter
  ),
  role AS (
    SELECT
      'care_manager' AS role,
      1000 AS share,
      care_manager_cost AS cost
    FROM
      parameter
    UNION ALL
    SELECT
      'psychiatric_consultant' AS role,
      psychiatrist_share AS share,
      psychiatrist_cost AS cost
    FROM
      parameter
  )
SELECT
  clinic_id (clinic_month.clinic) AS clinic_id,
  role.role,
  clinic_month.first_day AS month,
  thousandths (clinic_month.fte_milli * role.share // 1000) AS fte,
  clinic_month.fte_milli * role.share // 1000 * role.cost // 1000 AS monthly_cost
FROM
  world.clinic_month AS clinic_month
  CROSS JOIN role
