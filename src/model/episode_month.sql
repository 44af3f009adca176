-- Grain: one row per person and calendar month with a day in care, up to the as-of date. Key: unit_id.
-- Of several episodes in a month one stands for the person: one in care at its end, else the one enrolled last.
WITH
  enrolment AS (
    SELECT
      *
    FROM
      model.enrolment
  ),
  month AS (
    SELECT
      *
    FROM
      model.month
  ),
  in_month AS (
    SELECT
      enrolment.*,
      month.month,
      month.month_end,
      coalesce(enrolment.ended_date >= month.month_end, TRUE) AS is_in_care_at_end
    FROM
      enrolment
      JOIN month ON month.month_end >= enrolment.enrolled_date
      AND month.month <= coalesce(enrolment.ended_date, month.month)
  ),
  ranked AS (
    SELECT
      *,
      row_number() OVER (
        PARTITION BY
          patient_id,
          month
        ORDER BY
          CASE
            WHEN is_in_care_at_end THEN 0
            ELSE 1
          END,
          enrolled_date DESC,
          episode_id DESC
      ) AS place
    FROM
      in_month
  )
SELECT
  episode_id || ':' || substr(cast(month AS VARCHAR), 1, 7) AS unit_id,
  episode_id,
  patient_id,
  clinic_id,
  enrolled_date,
  month AS period_start,
  month_end,
  CASE
    WHEN ended_date < month_end THEN ended_date
    ELSE month_end
  END AS last_day_in_care,
  is_in_care_at_end,
  month_end <= cast($as_of AS DATE) AS is_over,
  age_band,
  sex,
  race,
  ethnicity,
  language,
  area,
  payer,
  baseline_band
FROM
  ranked
WHERE
  place = 1
