-- Grain: one row per completed course. Key: staff_id, role, course, completed_date.
SELECT
  staff_id,
  role,
  course,
  completed_date
FROM
  raw.staff_training
