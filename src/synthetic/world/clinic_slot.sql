-- Grain: one row per slot of a thousand: the clinics people go to, by size. Key: slot.
WITH
  weighted AS (
    SELECT
      clinic,
      cast(
        sum(size_weight) OVER (
          ORDER BY
            clinic ROWS BETWEEN UNBOUNDED PRECEDING
            AND CURRENT ROW
        ) AS INTEGER
      ) - size_weight AS weight_before,
      size_weight,
      cast(sum(size_weight) OVER () AS INTEGER) AS whole
    FROM
      world.clinic
  )
SELECT
  clinic,
  cast(
    unnest(range(weight_before * 1000 // whole, (weight_before + size_weight) * 1000 // whole)) AS INTEGER
  ) AS slot
FROM
  weighted
