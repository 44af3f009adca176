-- Grain: one row per clinic and calendar month, over by the as-of date, in which posts are recorded. Key: clinic_id, month.
WITH
  staffing AS (
    SELECT
      *
    FROM
      staging.staffing
    WHERE
      add_days (add_months (month, 1), -1) <= cast($as_of AS DATE)
  ),
  care_manager AS (
    SELECT
      *
    FROM
      model.care_manager_fte
  ),
  posts AS (
    SELECT
      clinic_id,
      month,
      sum(coalesce(fte, 0)) AS fte,
      sum(monthly_cost) AS known_cost,
      cast(count(*) - count(monthly_cost) AS INTEGER) AS posts_without_cost
    FROM
      staffing
    GROUP BY
      clinic_id,
      month
  )
SELECT
  posts.clinic_id,
  posts.month,
  posts.fte,
  care_manager.fte AS care_manager_fte,
  CASE
    WHEN posts.posts_without_cost = 0 THEN posts.known_cost
  END AS cost
FROM
  posts
  LEFT JOIN care_manager ON care_manager.clinic_id = posts.clinic_id
  AND care_manager.month = posts.month
