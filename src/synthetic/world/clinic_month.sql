-- Grain: one row per clinic and month: staff, and room for intakes in millionths of one. Key: clinic, month.
WITH
  parameter AS (
    SELECT
      intakes_per_fte_month
    FROM
      given.parameter
  ),
  staffed AS (
    SELECT
      clinic,
      month,
      cast(sum(fte_milli) AS INTEGER) AS fte_milli,
      cast(count(*) AS INTEGER) AS posts,
      cast(
        count(*) filter(
          WHERE
            is_vacant
        ) AS INTEGER
      ) AS vacant_posts
    FROM
      world.post_month
    GROUP BY
      clinic,
      month
  ),
  capacity AS (
    SELECT
      staffed.*,
      month.first_day,
      month.days,
      cast(staffed.fte_milli AS BIGINT) * parameter.intakes_per_fte_month * 12000 // 365 AS room_per_day
    FROM
      staffed
      JOIN world.month AS month ON month.month = staffed.month
      CROSS JOIN parameter
  )
SELECT
  clinic,
  month,
  first_day,
  days,
  fte_milli,
  posts,
  vacant_posts,
  room_per_day,
  cast(
    sum(room_per_day * days) OVER (
      PARTITION BY
        clinic
      ORDER BY
        month ROWS BETWEEN UNBOUNDED PRECEDING
        AND CURRENT ROW
    ) AS BIGINT
  ) - room_per_day * days AS room_before
FROM
  capacity
