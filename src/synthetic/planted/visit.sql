-- Grain: one row per line of the spoilt file. Key: visit_id.
SELECT
  visit.* replace(
    CASE
      WHEN defect.kind = 'unknown_clinic' THEN 'clinic-none'
      ELSE visit.clinic_id
    END AS clinic_id
  )
FROM
  extract.visit AS visit
  LEFT JOIN planted.defect AS defect ON defect.file = 'visit'
  AND defect.row_id = visit.visit_id
