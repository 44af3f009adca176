-- Grain: one row per person and month in care. Key: unit_id, instrument, "window".
WITH
  episode_month AS (
    SELECT
      *
    FROM
      model.episode_month
  ),
  care_window AS (
    SELECT
      *
    FROM
      ref.care_window
    WHERE
      "window" = 'month'
  ),
  contact AS (
    SELECT
      *
    FROM
      model.care_act
    WHERE
      act = 'treatment_contact'
      AND is_in_care
  ),
  rule AS (
    SELECT
      *
    FROM
      ref.care_rule
  ),
  unit AS (
    SELECT
      episode_month.*,
      care_window."window",
      add_days (add_months (episode_month.period_start, care_window.start_months), care_window.start_days) AS window_start,
      add_days (add_months (episode_month.period_start, care_window.end_months), care_window.end_days) AS window_end
    FROM
      episode_month
      CROSS JOIN care_window
  ),
  contacted AS (
    SELECT
      unit.episode_id,
      unit.period_start,
      sum(contact.times) AS contacts
    FROM
      unit
      JOIN contact ON contact.episode_id = unit.episode_id
      AND contact.act_date BETWEEN unit.window_start AND unit.window_end
    GROUP BY
      unit.episode_id,
      unit.period_start
  )
SELECT
  unit.*,
  coalesce(contacted.contacts, 0) >= rule.contacts_a_month AS is_met,
  CASE
    WHEN NOT unit.is_over THEN 'window_open'
  END AS exclusion_reason
FROM
  unit
  CROSS JOIN rule
  LEFT JOIN contacted ON contacted.episode_id = unit.episode_id
  AND contacted.period_start = unit.period_start
