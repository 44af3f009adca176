-- Grain: one row per area, year, age band and sex. Key: area_code, year, age_band, sex.
SELECT
  area.area_code,
  population.year,
  population.age_band,
  population.sex,
  population.persons
FROM
  world.population AS population
  JOIN world.area AS area ON area.area = population.area
