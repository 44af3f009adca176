-- Grain: one row per clinic. Key: clinic_id.
SELECT
  clinic_id,
  coalesce(name, clinic_id) AS name,
  organisation,
  area_code,
  setting,
  panel_size
FROM
  staging.clinic
