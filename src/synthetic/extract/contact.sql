-- Grain: one row per contact or attempt at one. Key: contact_id.
WITH
  contact AS (
    SELECT
      episode,
      contact_date,
      kind,
      mode,
      minutes
    FROM
      world.contact
  )
SELECT
  concat(episode_id (episode), '-', compact_day (contact_date), '-', kind) AS contact_id,
  episode_id (episode) AS episode_id,
  contact_date,
  kind,
  mode,
  CASE
    WHEN kind = 'scheduling' THEN 'care_coordinator'
    ELSE 'care_manager'
  END AS staff_role,
  minutes
FROM
  contact
