-- Grain: one row per area in the programme's last year: residents, cases in thousandths, and people treated. Key: area_code.
WITH
  parameter AS (
    SELECT
      end_date,
      cast(date_part('year', end_date) AS INTEGER) AS year
    FROM
      given.parameter
  ),
  need AS (
    SELECT
      population.area,
      sum(population.persons) AS persons,
      sum(population.expected_milli) AS cases_milli
    FROM
      world.population AS population
      JOIN parameter ON parameter.year = population.year
    GROUP BY
      population.area
  ),
  treated AS (
    SELECT
      patient.area,
      count(DISTINCT patient.patient) AS treated
    FROM
      world.appointment AS appointment
      CROSS JOIN parameter
      JOIN world.patient AS patient ON patient.patient = appointment.episode // 10
    WHERE
      appointment.is_kept
      AND appointment.occasion_date > add_months (parameter.end_date, -12)
    GROUP BY
      patient.area
  )
SELECT
  area.area_code,
  need.persons,
  need.cases_milli,
  coalesce(treated.treated, 0) AS treated
FROM
  need
  JOIN world.area AS area ON area.area = need.area
  LEFT JOIN treated ON treated.area = need.area
