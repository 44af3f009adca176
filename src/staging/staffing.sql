-- Grain: one row per clinic, role and calendar month. Key: clinic_id, role, month.
SELECT
  clinic_id,
  role,
  month,
  fte,
  monthly_cost
FROM
  raw.staffing
