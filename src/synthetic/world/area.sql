-- Grain: one row per area served. Key: area.
WITH
  parameter AS (
    SELECT
      area_spread,
      cast(unnest(range(1, least(12, greatest(2, clinics)) + 1)) AS INTEGER) AS area
    FROM
      given.parameter
  ),
  drawn AS (
    SELECT
      area,
      area_spread,
      random_bits ('area', area) AS bits
    FROM
      parameter
  )
SELECT
  area,
  cast(99000 + 2 * area - 1 AS VARCHAR) AS area_code,
  1000 - area_spread + below (2 * area_spread + 1, bits, 0) AS need_permille,
  700 + below (600, bits, 1) AS size_weight
FROM
  drawn
