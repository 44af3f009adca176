-- Grain: one row per instrument, window and group (the programme, a clinic, a severity at baseline): counts among people elevated at baseline. Key: instrument, window_id, clinic_id, baseline_band.
WITH
  outcome AS (
    SELECT
      outcome.episode,
      outcome.instrument,
      outcome.window_id,
      outcome.baseline,
      outcome.score,
      outcome.score_without_care,
      outcome.score_seen,
      yardstick.response_divisor AS divisor,
      yardstick.remission_max
    FROM
      truth.outcome AS outcome
      JOIN given.yardstick AS yardstick ON yardstick.instrument = outcome.instrument
    WHERE
      outcome.baseline >= yardstick.elevated_min
  ),
  judged AS (
    SELECT
      outcome.*,
      clinic_id (course.clinic) AS clinic_id,
      band.band AS baseline_band
    FROM
      outcome
      JOIN world.course AS course ON course.episode = outcome.episode
      JOIN given.band AS band ON band.instrument = outcome.instrument
      AND outcome.baseline BETWEEN band.score_min AND band.score_max
  )
SELECT
  instrument,
  window_id,
  clinic_id,
  baseline_band,
  count(*) AS eligible,
  count(*) filter(
    WHERE
      divisor * score <= baseline
  ) AS response,
  count(*) filter(
    WHERE
      score <= remission_max
  ) AS remission,
  CASE
    WHEN instrument = 'phq9' THEN count(*) filter(
      WHERE
        divisor * score_without_care <= baseline
    )
  END AS response_without_care,
  CASE
    WHEN instrument = 'phq9' THEN count(*) filter(
      WHERE
        score_without_care <= remission_max
    )
  END AS remission_without_care,
  count(score_seen) AS seen,
  count(*) filter(
    WHERE
      divisor * score_seen <= baseline
  ) AS response_seen,
  count(*) filter(
    WHERE
      score_seen <= remission_max
  ) AS remission_seen
FROM
  judged
GROUP BY
  GROUPING SETS (
    (instrument, window_id),
    (instrument, window_id, clinic_id),
    (instrument, window_id, baseline_band)
  )
