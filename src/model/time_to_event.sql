-- Grain: one row per episode with an elevated baseline, instrument and event it may come to: how long it was watched for it. Key: episode_id, instrument, event.
WITH
  unit AS (
    SELECT
      *
    FROM
      model.outcome_unit
    WHERE
      is_elevated
      AND baseline_date <= coalesce(ended_date, baseline_date)
  ),
  instrument AS (
    SELECT
      *
    FROM
      ref.instrument
  ),
  episode_score AS (
    SELECT
      *
    FROM
      model.episode_score
  ),
  treatment_contact AS (
    SELECT
      *
    FROM
      model.care_act
    WHERE
      act = 'treatment_contact'
  ),
  score AS (
    SELECT
      unit.episode_id,
      unit.instrument,
      episode_score.sequence,
      episode_score.assessed_date,
      instrument.response_divisor * episode_score.score <= unit.baseline_score AS is_response,
      episode_score.score < instrument.remission_max + 1 AS is_remission,
      episode_score.score >= instrument.elevated_min AS is_elevated
    FROM
      unit
      JOIN instrument ON instrument.instrument = unit.instrument
      JOIN episode_score ON episode_score.episode_id = unit.episode_id
      AND episode_score.instrument = unit.instrument
      AND episode_score.assessed_date <= coalesce(unit.ended_date, episode_score.assessed_date)
  ),
  watch AS (
    SELECT
      episode_id,
      instrument,
      'response' AS event,
      1 AS sequence
    FROM
      unit
    UNION ALL
    SELECT
      unit.episode_id,
      unit.instrument,
      'remission' AS event,
      1 AS sequence
    FROM
      unit
      JOIN instrument ON instrument.instrument = unit.instrument
    WHERE
      instrument.remission_max IS NOT NULL
    UNION ALL
    SELECT
      episode_id,
      instrument,
      'relapse' AS event,
      min(sequence) AS sequence
    FROM
      score
    WHERE
      is_remission
    GROUP BY
      episode_id,
      instrument
  ),
  watched AS (
    SELECT
      watch.episode_id,
      watch.instrument,
      watch.event,
      watch.sequence AS first_sequence,
      max(score.sequence) AS last_sequence,
      min(
        CASE
          WHEN score.sequence = watch.sequence THEN NULL
          WHEN watch.event = 'response'
          AND score.is_response THEN score.sequence
          WHEN watch.event = 'remission'
          AND score.is_remission THEN score.sequence
          WHEN watch.event = 'relapse'
          AND score.is_elevated THEN score.sequence
        END
      ) AS event_sequence
    FROM
      watch
      JOIN score ON score.episode_id = watch.episode_id
      AND score.instrument = watch.instrument
      AND score.sequence >= watch.sequence
    GROUP BY
      watch.episode_id,
      watch.instrument,
      watch.event,
      watch.sequence
  ),
  spanned AS (
    SELECT
      watched.episode_id,
      watched.instrument,
      watched.event,
      watched.last_sequence > watched.first_sequence AS is_scored_again,
      watched.event_sequence IS NOT NULL AS is_event,
      first_score.assessed_date AS start_date,
      last_score.assessed_date AS end_date,
      days_between (first_score.assessed_date, last_score.assessed_date) AS days
    FROM
      watched
      JOIN score AS first_score ON first_score.episode_id = watched.episode_id
      AND first_score.instrument = watched.instrument
      AND first_score.sequence = watched.first_sequence
      JOIN score AS last_score ON last_score.episode_id = watched.episode_id
      AND last_score.instrument = watched.instrument
      AND last_score.sequence = coalesce(watched.event_sequence, watched.last_sequence)
  ),
  contacted AS (
    SELECT
      spanned.episode_id,
      spanned.instrument,
      spanned.event,
      sum(treatment_contact.times) AS contacts
    FROM
      spanned
      JOIN treatment_contact ON treatment_contact.episode_id = spanned.episode_id
      AND treatment_contact.act_date > spanned.start_date
      AND treatment_contact.act_date <= spanned.end_date
    GROUP BY
      spanned.episode_id,
      spanned.instrument,
      spanned.event
  )
SELECT
  spanned.episode_id,
  spanned.instrument,
  spanned.event,
  unit.clinic_id,
  unit.baseline_band,
  spanned.start_date,
  spanned.end_date,
  spanned.is_scored_again,
  spanned.is_event,
  spanned.days,
  cast(whole_quotient (spanned.days + 6, 7) AS INTEGER) AS weeks,
  cast(coalesce(contacted.contacts, 0) AS INTEGER) AS contacts
FROM
  spanned
  JOIN unit ON unit.episode_id = spanned.episode_id
  AND unit.instrument = spanned.instrument
  LEFT JOIN contacted ON contacted.episode_id = spanned.episode_id
  AND contacted.instrument = spanned.instrument
  AND contacted.event = spanned.event
