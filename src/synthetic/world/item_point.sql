-- Grain: one row per instrument, variant of a filled-in form, item and level, ranked by how easily the point is scored. Key: instrument, variant, item, level.
WITH
  level AS (
    SELECT
      instrument,
      item,
      difficulty,
      cast(unnest(range(1, levels + 1)) AS INTEGER) AS level
    FROM
      given.item_difficulty
  ),
  variant AS (
    SELECT
      cast(unnest(range(64)) AS INTEGER) AS variant
  ),
  point AS (
    SELECT
      level.instrument,
      variant.variant,
      level.item,
      level.level,
      level.difficulty + 1300 * level.level + normal (
        random_bits ('item', concat_ws(':', level.instrument, variant.variant, level.item, level.level)),
        0
      ) * 8 // 10 AS cost
    FROM
      level
      CROSS JOIN variant
  )
SELECT
  instrument,
  variant,
  item,
  level,
  cast(
    row_number() OVER (
      PARTITION BY
        instrument,
        variant
      ORDER BY
        cost,
        item,
        level
    ) AS INTEGER
  ) AS rank
FROM
  point
