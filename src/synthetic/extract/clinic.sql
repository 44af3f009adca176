-- Grain: one row per site. Key: clinic_id.
WITH
  panel AS (
    SELECT
      clinic,
      count(*) AS patients
    FROM
      world.patient
    GROUP BY
      clinic
  )
SELECT
  clinic_id (clinic.clinic) AS clinic_id,
  concat(
    place.name,
    CASE clinic.setting
      WHEN 'specialty_mh' THEN ' Behavioral Health'
      ELSE CASE clinic.clinic % 3
        WHEN 0 THEN ' Family Medicine'
        WHEN 1 THEN ' Community Health Center'
        ELSE ' Primary Care'
      END
    END
  ) AS name,
  CASE clinic.clinic % 3
    WHEN 0 THEN 'Riverbend Health Network'
    WHEN 1 THEN 'Open Door Community Care'
    ELSE 'Northmoor Medical Group'
  END AS organisation,
  area.area_code,
  clinic.setting,
  coalesce(panel.patients, 0) * 12 AS panel_size
FROM
  world.clinic AS clinic
  JOIN given.place AS place ON place.place = clinic.place
  JOIN world.area AS area ON area.area = clinic.area
  LEFT JOIN panel ON panel.clinic = clinic.clinic
