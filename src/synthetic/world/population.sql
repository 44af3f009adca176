-- Grain: one row per area, year, age band and sex: residents, and thousandths of a person expected to be depressed. Key: area, year, age_band, sex.
WITH
  parameter AS (
    SELECT
      months,
      treated_share,
      cast(unnest(range(date_part('year', start_date), date_part('year', end_date) + 1)) AS INTEGER) AS year,
      cast(date_part('year', start_date) AS INTEGER) AS first_year
    FROM
      given.parameter
  ),
  served AS (
    SELECT
      count(*) AS enrolments
    FROM
      world.enrolment
  ),
  area AS (
    SELECT
      area,
      need_permille,
      size_weight,
      cast(sum(size_weight) OVER () AS BIGINT) AS all_weight
    FROM
      world.area
  ),
  age_group AS (
    SELECT
      age_band,
      women,
      men,
      weight,
      cast(sum(weight) OVER () AS BIGINT) AS all_weight
    FROM
      given.age_group
  ),
  sex AS (
    SELECT
      age_band,
      'female' AS sex,
      women AS depressed_permille,
      weight * 51 AS weight,
      all_weight * 100 AS all_weight
    FROM
      age_group
    UNION ALL
    SELECT
      age_band,
      'male' AS sex,
      men AS depressed_permille,
      weight * 49 AS weight,
      all_weight * 100 AS all_weight
    FROM
      age_group
  ),
  resident AS (
    SELECT
      area.area,
      parameter.year,
      sex.age_band,
      sex.sex,
      sex.depressed_permille,
      area.need_permille,
      (served.enrolments * 12 * 1000 * 1000 // (parameter.months * parameter.treated_share * 81)) * area.size_weight // area.all_weight * sex.weight // sex.all_weight * (1000 + 8 * (parameter.year - parameter.first_year)) // 1000 AS persons
    FROM
      parameter
      CROSS JOIN served
      CROSS JOIN area
      CROSS JOIN sex
  )
SELECT
  area,
  year,
  age_band,
  sex,
  persons,
  persons * depressed_permille * need_permille // 1000 AS expected_milli
FROM
  resident
