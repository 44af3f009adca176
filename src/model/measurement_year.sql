-- Grain: one row per calendar year from the first visit to two after the as-of date. Key: year_start.
WITH
  digit AS (
    SELECT
      *
    FROM
      ref.digit
  ),
  visit AS (
    SELECT
      *
    FROM
      staging.visit
  ),
  beginning AS (
    SELECT
      year_start (min(visit_date)) AS first_year
    FROM
      visit
  ),
  later AS (
    SELECT
      add_months (beginning.first_year, 12 * (hundreds.digit * 100 + tens.digit * 10 + ones.digit)) AS year_start
    FROM
      beginning
      CROSS JOIN digit AS hundreds
      CROSS JOIN digit AS tens
      CROSS JOIN digit AS ones
  )
SELECT
  year_start,
  add_days (add_months (year_start, 12), -1) AS year_end
FROM
  later
WHERE
  year_start <= add_months (cast($as_of AS DATE), 24)
