-- Grain: one row per dated act of care. Key: event_id, episode_id, event_date, kind.
SELECT
  event_id,
  episode_id,
  event_date,
  kind
FROM
  raw.care_event
