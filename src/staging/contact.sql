-- Grain: one row per contact with a person, or attempt at one. Key: contact_id.
SELECT
  contact_id,
  episode_id,
  contact_date,
  kind,
  mode,
  staff_role,
  minutes
FROM
  raw.contact
