-- Grain: one row per administered instrument, its item columns counted and summed. Key: assessment_id.
WITH
  assessment AS (
    SELECT
      *,
      [* COLUMNS ('^item_[0-9]+$')] AS item_scores
    FROM
      raw.assessment
  ),
  alias AS (
    SELECT
      *
    FROM
      ref.instrument_alias
  ),
  instrument AS (
    SELECT
      *
    FROM
      ref.instrument
  ),
  own_items AS (
    SELECT
      assessment.assessment_id,
      assessment.patient_id,
      assessment.episode_id,
      instrument.instrument,
      assessment.assessed_date,
      assessment.recorded_at,
      assessment.total,
      assessment.not_done_reason,
      instrument.self_harm_item,
      list_slice(assessment.item_scores, 1, instrument.items) AS item_scores
    FROM
      assessment
      JOIN alias ON alias.alias = lower(assessment.instrument)
      JOIN instrument ON instrument.instrument = alias.instrument
  )
SELECT
  assessment_id,
  patient_id,
  episode_id,
  instrument,
  assessed_date,
  cast(recorded_at AS TIMESTAMP) AS recorded_at,
  cast(total AS DECIMAL(12, 4)) AS total,
  not_done_reason,
  cast(list_count(item_scores) AS INTEGER) AS items_answered,
  cast(coalesce(list_sum(item_scores), 0) AS INTEGER) AS items_sum,
  cast(list_extract(item_scores, self_harm_item) AS INTEGER) AS self_harm_score
FROM
  own_items
