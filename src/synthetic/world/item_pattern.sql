-- Grain: one row per instrument, total and variant: answers that add up to the total. Key: instrument, total, variant.
WITH
  point AS (
    SELECT
      instrument,
      variant,
      item,
      rank
    FROM
      world.item_point
  ),
  form AS (
    SELECT
      instrument,
      max(item) AS items,
      cast(unnest(range(count(*) // 64 + 1)) AS INTEGER) AS total
    FROM
      point
    GROUP BY
      instrument
  )
SELECT
  form.instrument,
  form.total,
  point.variant,
  CASE
    WHEN max(form.items) >= 1 THEN cast(
      count(*) filter(
        WHERE
          point.item = 1
          AND point.rank <= form.total
      ) AS INTEGER
    )
  END AS item_1,
  CASE
    WHEN max(form.items) >= 2 THEN cast(
      count(*) filter(
        WHERE
          point.item = 2
          AND point.rank <= form.total
      ) AS INTEGER
    )
  END AS item_2,
  CASE
    WHEN max(form.items) >= 3 THEN cast(
      count(*) filter(
        WHERE
          point.item = 3
          AND point.rank <= form.total
      ) AS INTEGER
    )
  END AS item_3,
  CASE
    WHEN max(form.items) >= 4 THEN cast(
      count(*) filter(
        WHERE
          point.item = 4
          AND point.rank <= form.total
      ) AS INTEGER
    )
  END AS item_4,
  CASE
    WHEN max(form.items) >= 5 THEN cast(
      count(*) filter(
        WHERE
          point.item = 5
          AND point.rank <= form.total
      ) AS INTEGER
    )
  END AS item_5,
  CASE
    WHEN max(form.items) >= 6 THEN cast(
      count(*) filter(
        WHERE
          point.item = 6
          AND point.rank <= form.total
      ) AS INTEGER
    )
  END AS item_6,
  CASE
    WHEN max(form.items) >= 7 THEN cast(
      count(*) filter(
        WHERE
          point.item = 7
          AND point.rank <= form.total
      ) AS INTEGER
    )
  END AS item_7,
  CASE
    WHEN max(form.items) >= 8 THEN cast(
      count(*) filter(
        WHERE
          point.item = 8
          AND point.rank <= form.total
      ) AS INTEGER
    )
  END AS item_8,
  CASE
    WHEN max(form.items) >= 9 THEN cast(
      count(*) filter(
        WHERE
          point.item = 9
          AND point.rank <= form.total
      ) AS INTEGER
    )
  END AS item_9,
  CASE
    WHEN max(form.items) >= 10 THEN cast(
      count(*) filter(
        WHERE
          point.item = 10
          AND point.rank <= form.total
      ) AS INTEGER
    )
  END AS item_10,
  CASE
    WHEN max(form.items) >= 11 THEN cast(
      count(*) filter(
        WHERE
          point.item = 11
          AND point.rank <= form.total
      ) AS INTEGER
    )
  END AS item_11,
  CASE
    WHEN max(form.items) >= 12 THEN cast(
      count(*) filter(
        WHERE
          point.item = 12
          AND point.rank <= form.total
      ) AS INTEGER
    )
  END AS item_12
FROM
  form
  JOIN point ON point.instrument = form.instrument
GROUP BY
  form.instrument,
  form.total,
  point.variant
