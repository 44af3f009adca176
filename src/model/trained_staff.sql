-- Grain: one row per member of staff who has completed a course by the as-of date. Key: staff_id.
SELECT
  staff_id,
  min(completed_date) AS first_completed_date
FROM
  staging.staff_training
WHERE
  completed_date <= cast($as_of AS DATE)
GROUP BY
  staff_id
