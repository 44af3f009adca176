-- Grain: one row per person discussed with the psychiatric consultant. Key: review_id.
SELECT
  review_id,
  episode_id,
  review_date,
  recommendation,
  treatment_changed
FROM
  raw.case_review
