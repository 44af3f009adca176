-- Grain: one row per person discussed with the psychiatric consultant. Key: review_id.
WITH
  parameter AS (
    SELECT
      end_date,
      intake_review
    FROM
      given.parameter
  ),
  review AS (
    SELECT
      course.episode,
      1 AS review,
      course.enrolled_date,
      7 + below (21, random_bits ('review', course.episode), 1) AS review_day
    FROM
      world.course AS course
      CROSS JOIN parameter
    WHERE
      permille (random_bits ('review', course.episode), 0) < parameter.intake_review
    UNION ALL
    SELECT
      consultation.episode,
      2 AS review,
      course.enrolled_date,
      consultation.consult_day AS review_day
    FROM
      world.consultation AS consultation
      JOIN world.course AS course ON course.episode = consultation.episode
  ),
  held AS (
    SELECT
      review.episode,
      review.review,
      add_days (review.enrolled_date, review.review_day) AS review_date,
      random_bits ('advice', review.episode * 10 + review.review) AS bits
    FROM
      review
  )
SELECT
  concat(episode_id (held.episode), '-review-', held.review) AS review_id,
  episode_id (held.episode) AS episode_id,
  held.review_date,
  recommendation.value AS recommendation,
  recommendation.value <> 'continue current plan'
  AND permille (held.bits, 1) < 850 AS treatment_changed
FROM
  held
  CROSS JOIN parameter
  JOIN world.ending AS ending ON ending.episode = held.episode
  AND held.review_date <= ending.last_date
  JOIN world.choice AS recommendation ON recommendation.list = 'recommendation'
  AND recommendation.slot = permille (held.bits, 0)
WHERE
  held.review_date <= parameter.end_date
