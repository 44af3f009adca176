-- Grain: one row per care manager's post. Key: clinic, post.
WITH
  parameter AS (
    SELECT
      months,
      intakes_per_fte_month,
      utilisation
    FROM
      given.parameter
  ),
  demand AS (
    SELECT
      clinic,
      cast(
        count(*) filter(
          WHERE
            is_accepted
        ) AS INTEGER
      ) AS accepted
    FROM
      world.referral
    GROUP BY
      clinic
  ),
  staffed AS (
    SELECT
      demand.clinic,
      greatest(
        1,
        (
          demand.accepted * 10000 + parameter.months * parameter.intakes_per_fte_month * parameter.utilisation - 1
        ) // (parameter.months * parameter.intakes_per_fte_month * parameter.utilisation)
      ) AS fte_tenths
    FROM
      demand
      CROSS JOIN parameter
  )
SELECT
  clinic,
  cast(unnest(range(1, (fte_tenths + 9) // 10 + 1)) AS INTEGER) AS post,
  fte_tenths * 100 // ((fte_tenths + 9) // 10) AS fte_milli
FROM
  staffed
