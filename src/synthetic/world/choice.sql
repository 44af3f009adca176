-- Grain: one row per list of categories and slot of a thousand. Key: list, slot.
SELECT
  list,
  value,
  cast(unnest(range(from_slot, to_slot)) AS INTEGER) AS slot
FROM
  given.share
