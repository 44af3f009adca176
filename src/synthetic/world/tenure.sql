-- Grain: one row per care manager in a post, one after the other. Key: clinic, post, holder.
WITH
  parameter AS (
    SELECT
      months,
      tenure_months_min,
      tenure_months_spread,
      vacancy_months_max
    FROM
      given.parameter
  ),
  holder AS (
    SELECT
      post.clinic,
      post.post,
      cast(unnest(range(parameter.months // parameter.tenure_months_min + 3)) AS INTEGER) AS holder
    FROM
      world.post AS post
      CROSS JOIN parameter
  ),
  drawn AS (
    SELECT
      holder.clinic,
      holder.post,
      holder.holder,
      random_bits ('tenure', (holder.clinic * 1000 + holder.post) * 100 + holder.holder) AS bits
    FROM
      holder
  ),
  stay AS (
    SELECT
      drawn.*,
      parameter.tenure_months_min + below (parameter.tenure_months_spread, drawn.bits, 0) AS months_in_post,
      1 + below (parameter.vacancy_months_max, drawn.bits, 1) AS months_vacant,
      parameter.tenure_months_min AS months_before_start
    FROM
      drawn
      CROSS JOIN parameter
  ),
  arrived AS (
    SELECT
      clinic,
      post,
      holder,
      months_in_post,
      months_vacant,
      cast(
        sum(months_in_post + months_vacant) OVER (
          PARTITION BY
            clinic,
            post
          ORDER BY
            holder ROWS BETWEEN UNBOUNDED PRECEDING
            AND CURRENT ROW
        ) AS INTEGER
      ) - months_in_post - months_vacant - months_before_start AS first_month
    FROM
      stay
  )
SELECT
  arrived.clinic,
  arrived.post,
  arrived.holder,
  'cm-' || lpad(cast(arrived.clinic AS VARCHAR), 2, '0') || '-' || lpad(cast(arrived.post AS VARCHAR), 3, '0') || '-' || cast(arrived.holder + 1 AS VARCHAR) AS staff_id,
  arrived.first_month,
  arrived.first_month + arrived.months_in_post - 1 AS last_month,
  arrived.first_month + arrived.months_in_post + arrived.months_vacant AS next_first_month
FROM
  arrived
  CROSS JOIN parameter
WHERE
  arrived.first_month < parameter.months
