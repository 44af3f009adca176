-- Grain: one row per month of the programme. Key: month.
WITH
  parameter AS (
    SELECT
      start_date,
      cast(unnest(range(months)) AS INTEGER) AS month
    FROM
      given.parameter
  ),
  month AS (
    SELECT
      month,
      add_months (start_date, month) AS first_day,
      add_months (start_date, month + 1) AS next_day
    FROM
      parameter
  ),
  season AS (
    SELECT
      calendar_month,
      referrals,
      severity
    FROM
      given.season
  )
SELECT
  month.month,
  month.first_day,
  month.next_day,
  days_between (month.first_day, month.next_day) AS days,
  season.referrals * (6 + least(month.month, 6)) AS referral_weight,
  season.severity,
  least(month.month, 24) * 1000 // 24 AS learned_permille
FROM
  month
  JOIN season ON season.calendar_month = date_part('month', month.first_day)
