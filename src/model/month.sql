-- Grain: one row per calendar month from the first enrolment to the as-of date. Key: month.
WITH
  digit AS (
    SELECT
      *
    FROM
      ref.digit
  ),
  episode AS (
    SELECT
      *
    FROM
      model.episode
  ),
  beginning AS (
    SELECT
      month_start (min(enrolled_date)) AS month
    FROM
      episode
  ),
  later AS (
    SELECT
      add_months (
        beginning.month,
        thousands.digit * 1000 + hundreds.digit * 100 + tens.digit * 10 + ones.digit
      ) AS month
    FROM
      beginning
      CROSS JOIN digit AS thousands
      CROSS JOIN digit AS hundreds
      CROSS JOIN digit AS tens
      CROSS JOIN digit AS ones
  )
SELECT
  month,
  add_days (add_months (month, 1), -1) AS month_end
FROM
  later
WHERE
  month <= cast($as_of AS DATE)
