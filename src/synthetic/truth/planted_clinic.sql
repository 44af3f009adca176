-- Grain: one row per clinic with something planted. Key: clinic_id.
SELECT
  clinic_id (clinic.clinic) AS clinic_id,
  clinic.role,
  month.first_day AS from_month,
  clinic.change_share,
  clinic.spanish_permille
FROM
  world.clinic AS clinic
  LEFT JOIN world.month AS month ON month.month = clinic.change_month
WHERE
  clinic.role IS NOT NULL
