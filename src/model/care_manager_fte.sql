-- Grain: one row per clinic and calendar month in which care managers in post are recorded. Key: clinic_id, month.
WITH
  staffing AS (
    SELECT
      *
    FROM
      staging.staffing
    WHERE
      fte IS NOT NULL
  ),
  care_manager_role AS (
    SELECT
      *
    FROM
      ref.care_manager_role
  )
SELECT
  staffing.clinic_id,
  staffing.month,
  sum(staffing.fte) AS fte
FROM
  staffing
  JOIN care_manager_role ON care_manager_role.role = lower(staffing.role)
GROUP BY
  staffing.clinic_id,
  staffing.month
