-- Grain: one row per clinic. Key: clinic_id.
SELECT
  clinic_id,
  name,
  organisation,
  area_code,
  setting,
  panel_size
FROM
  raw.clinic
