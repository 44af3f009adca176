-- Grain: one row per person and calendar year with a visit at which depression is screened for. Key: unit_id.
WITH
  screening_year AS (
    SELECT
      *
    FROM
      model.screening_year
  )
SELECT
  screening_year.*,
  first_screen_date IS NOT NULL AS is_met,
  year_exclusion AS exclusion_reason
FROM
  screening_year
