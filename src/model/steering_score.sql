-- Grain: one row per score on the one instrument that an episode is steered by. Key: episode_id, sequence.
WITH
  episode AS (
    SELECT
      *
    FROM
      model.episode
    WHERE
      enrolled_date IS NOT NULL
  ),
  score AS (
    SELECT
      *
    FROM
      model.episode_score
  ),
  instrument AS (
    SELECT
      *
    FROM
      ref.instrument
  ),
  alias AS (
    SELECT
      *
    FROM
      ref.instrument_alias
  ),
  scored_first AS (
    SELECT
      score.episode_id,
      score.instrument,
      row_number() OVER (
        PARTITION BY
          score.episode_id
        ORDER BY
          score.assessed_date,
          instrument.position
      ) AS preference
    FROM
      score
      JOIN instrument ON instrument.instrument = score.instrument
    WHERE
      score.sequence = 1
  ),
  steering AS (
    SELECT
      episode.episode_id,
      coalesce(alias.instrument, scored_first.instrument) AS instrument
    FROM
      episode
      LEFT JOIN alias ON alias.alias = lower(episode.primary_instrument)
      LEFT JOIN scored_first ON scored_first.episode_id = episode.episode_id
      AND scored_first.preference = 1
  )
SELECT
  score.episode_id,
  score.sequence,
  score.instrument,
  score.assessed_date,
  score.enrolled_days,
  score.score,
  baseline.score AS baseline_score,
  baseline.score >= instrument.elevated_min AS is_elevated,
  score.score < instrument.elevated_min
  OR instrument.response_divisor * score.score <= baseline.score AS is_improved
FROM
  steering
  JOIN instrument ON instrument.instrument = steering.instrument
  JOIN score ON score.episode_id = steering.episode_id
  AND score.instrument = steering.instrument
  JOIN score AS baseline ON baseline.episode_id = score.episode_id
  AND baseline.instrument = score.instrument
  AND baseline.sequence = 1
