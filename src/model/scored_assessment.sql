-- Grain: one row per assessment up to the as-of date, with its score or why it has none. Key: assessment_id.
WITH
  assessment AS (
    SELECT
      *
    FROM
      staging.assessment
    WHERE
      assessed_date <= cast($as_of AS DATE)
  ),
  instrument AS (
    SELECT
      *
    FROM
      ref.instrument
  ),
  measured AS (
    SELECT
      assessment.assessment_id,
      assessment.patient_id,
      assessment.episode_id,
      assessment.instrument,
      assessment.assessed_date,
      assessment.recorded_at,
      assessment.total,
      assessment.items_answered,
      assessment.items_sum,
      assessment.self_harm_score,
      assessment.not_done_reason,
      instrument.items,
      instrument.scoring = 'sum' AS is_sum,
      instrument.items - assessment.items_answered AS items_missing,
      instrument.prorate_max_missing,
      CASE
        WHEN instrument.scoring = 'sum' THEN assessment.items_sum + (instrument.items - assessment.items_answered) * instrument.item_min
        ELSE instrument.min
      END AS lowest_total,
      CASE
        WHEN instrument.scoring = 'sum' THEN assessment.items_sum + (instrument.items - assessment.items_answered) * instrument.item_max
        ELSE instrument.max
      END AS highest_total
    FROM
      assessment
      JOIN instrument ON instrument.instrument = assessment.instrument
  ),
  judged AS (
    SELECT
      assessment_id,
      patient_id,
      episode_id,
      instrument,
      assessed_date,
      recorded_at,
      total,
      items,
      items_answered,
      items_sum,
      self_harm_score,
      not_done_reason,
      is_sum,
      CASE
        WHEN is_sum
        AND items_missing = 0 THEN 'items'
        WHEN total BETWEEN lowest_total AND highest_total THEN 'total'
        WHEN total IS NULL
        AND is_sum
        AND items_missing <= prorate_max_missing THEN 'prorated'
      END AS scored_from
    FROM
      measured
  )
SELECT
  assessment_id,
  patient_id,
  episode_id,
  instrument,
  assessed_date,
  recorded_at,
  CASE scored_from
    WHEN 'items' THEN cast(items_sum AS DECIMAL(12, 4))
    WHEN 'total' THEN total
    WHEN 'prorated' THEN cast(whole_quotient (items_sum * items * 10000, items_answered) * 0.0001 AS DECIMAL(12, 4))
  END AS score,
  self_harm_score,
  not_done_reason,
  scored_from,
  coalesce(
    scored_from = 'items'
    AND total <> items_sum,
    FALSE
  ) AS total_disagrees,
  CASE
    WHEN scored_from IS NOT NULL THEN NULL
    WHEN total IS NOT NULL THEN 'total_not_feasible'
    WHEN is_sum THEN 'items_missing'
    ELSE 'total_missing'
  END AS unscored_reason
FROM
  judged
