-- Grain: one row per slot of a thousand: the months in which people are referred, by weight. Key: slot.
WITH
  weighted AS (
    SELECT
      month,
      cast(
        sum(referral_weight) OVER (
          ORDER BY
            month ROWS BETWEEN UNBOUNDED PRECEDING
            AND CURRENT ROW
        ) AS INTEGER
      ) - referral_weight AS weight_before,
      referral_weight,
      cast(sum(referral_weight) OVER () AS INTEGER) AS whole
    FROM
      world.month
  )
SELECT
  month,
  cast(
    unnest(range(weight_before * 1000 // whole, (weight_before + referral_weight) * 1000 // whole)) AS INTEGER
  ) AS slot
FROM
  weighted
