-- Grain: one row per referral that found a place before the programme's last day. Key: episode.
-- One queue per clinic, first come first served. Time is counted in room for intakes, so that fewer staff make it run slower;
-- Lindley's recursion start(k) = max(ready(k), start(k - 1) + one intake) is then a running maximum.
WITH
  parameter AS (
    SELECT
      booking_days_min,
      booking_days_spread
    FROM
      given.parameter
  ),
  referral AS (
    SELECT
      episode,
      clinic,
      add_days (
        referred_date,
        booking_days_min + below (booking_days_spread, random_bits ('booking', episode), 0)
      ) AS ready_date
    FROM
      world.referral
      CROSS JOIN parameter
    WHERE
      is_accepted
  ),
  ready AS (
    SELECT
      referral.episode,
      referral.clinic,
      clinic_month.room_before + clinic_month.room_per_day * days_between (clinic_month.first_day, referral.ready_date) AS ready_at
    FROM
      referral
      JOIN world.clinic_month AS clinic_month ON clinic_month.clinic = referral.clinic
      AND clinic_month.first_day = month_start (referral.ready_date)
  ),
  turn AS (
    SELECT
      episode,
      clinic,
      ready_at,
      row_number() OVER (
        PARTITION BY
          clinic
        ORDER BY
          ready_at,
          episode
      ) AS turn
    FROM
      ready
  ),
  served AS (
    SELECT
      episode,
      clinic,
      turn * 1000000 + max(ready_at - turn * 1000000) OVER (
        PARTITION BY
          clinic
        ORDER BY
          turn ROWS BETWEEN UNBOUNDED PRECEDING
          AND CURRENT ROW
      ) AS start_at
    FROM
      turn
  ),
  enrolled AS (
    SELECT
      served.episode,
      served.clinic,
      working_day (
        add_days (
          clinic_month.first_day,
          (served.start_at - clinic_month.room_before) // clinic_month.room_per_day
        )
      ) AS enrolled_date
    FROM
      served
      JOIN world.clinic_month AS clinic_month ON clinic_month.clinic = served.clinic
      AND served.start_at >= clinic_month.room_before
      AND served.start_at < clinic_month.room_before + clinic_month.room_per_day * clinic_month.days
  )
SELECT
  enrolled.episode,
  enrolled.enrolled_date,
  post_month.month,
  post_month.post,
  post_month.staff_id
FROM
  enrolled
  JOIN world.clinic_month AS clinic_month ON clinic_month.clinic = enrolled.clinic
  AND clinic_month.first_day = month_start (enrolled.enrolled_date)
  JOIN world.post_month AS post_month ON post_month.clinic = clinic_month.clinic
  AND post_month.month = clinic_month.month
  AND post_month.post = 1 + below (clinic_month.posts, random_bits ('manager', enrolled.episode), 0)
