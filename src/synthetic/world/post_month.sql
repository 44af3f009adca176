-- Grain: one row per post and month: who holds it, or held it last. Key: clinic, post, month.
WITH
  parameter AS (
    SELECT
      vacancy_cover
    FROM
      given.parameter
  ),
  tenure AS (
    SELECT
      clinic,
      post,
      staff_id,
      last_month,
      first_month,
      next_first_month
    FROM
      world.tenure
  ),
  month AS (
    SELECT
      month
    FROM
      world.month
  )
SELECT
  tenure.clinic,
  tenure.post,
  month.month,
  tenure.staff_id,
  month.month > tenure.last_month AS is_vacant,
  CASE
    WHEN month.month > tenure.last_month THEN post.fte_milli * parameter.vacancy_cover // 1000
    ELSE post.fte_milli
  END AS fte_milli
FROM
  month
  JOIN tenure ON month.month >= tenure.first_month
  AND month.month < tenure.next_first_month
  JOIN world.post AS post ON post.clinic = tenure.clinic
  AND post.post = tenure.post
  CROSS JOIN parameter
