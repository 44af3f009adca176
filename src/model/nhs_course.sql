-- Grain: one row per enrolled episode as NHS Talking Therapies judges it: first and last PHQ-9 and GAD-7 of a completed course. Key: episode_id.
WITH
  enrolment AS (
    SELECT
      *
    FROM
      model.enrolment
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
  pair AS (
    SELECT
      *
    FROM
      ref.nhs_caseness
  ),
  rule AS (
    SELECT
      *
    FROM
      ref.programme_rule
  ),
  contacted AS (
    SELECT
      episode_id,
      sum(times) AS contacts
    FROM
      contact
    GROUP BY
      episode_id
  ),
  ends AS (
    SELECT
      enrolment.episode_id,
      score.instrument,
      min(score.sequence) AS first_sequence,
      max(score.sequence) AS last_sequence
    FROM
      enrolment
      JOIN score ON score.episode_id = enrolment.episode_id
      AND score.assessed_date <= enrolment.ended_date
    GROUP BY
      enrolment.episode_id,
      score.instrument
  ),
  moved AS (
    SELECT
      ends.episode_id,
      ends.last_sequence > ends.first_sequence AS is_scored_again,
      first_score.score >= pair.case_min AS is_case_first,
      last_score.score >= pair.case_min AS is_case_last,
      first_score.score - last_score.score >= instrument.reliable_change AS is_better,
      last_score.score - first_score.score >= instrument.reliable_change AS is_worse
    FROM
      ends
      JOIN pair ON pair.instrument = ends.instrument
      JOIN instrument ON instrument.instrument = ends.instrument
      JOIN score AS first_score ON first_score.episode_id = ends.episode_id
      AND first_score.instrument = ends.instrument
      AND first_score.sequence = ends.first_sequence
      JOIN score AS last_score ON last_score.episode_id = ends.episode_id
      AND last_score.instrument = ends.instrument
      AND last_score.sequence = ends.last_sequence
  ),
  paired AS (
    SELECT
      episode_id,
      cast(count(*) AS INTEGER) AS scales,
      min(
        CASE
          WHEN is_scored_again THEN 1
          ELSE 0
        END
      ) = 1 AS is_scored_again,
      max(
        CASE
          WHEN is_case_first THEN 1
          ELSE 0
        END
      ) = 1 AS is_case_first,
      max(
        CASE
          WHEN is_case_last THEN 1
          ELSE 0
        END
      ) = 1 AS is_case_last,
      max(
        CASE
          WHEN is_better THEN 1
          ELSE 0
        END
      ) = 1 AS is_better,
      max(
        CASE
          WHEN is_worse THEN 1
          ELSE 0
        END
      ) = 1 AS is_worse
    FROM
      moved
    GROUP BY
      episode_id
  )
SELECT
  enrolment.episode_id AS unit_id,
  enrolment.episode_id,
  enrolment.patient_id,
  enrolment.clinic_id,
  'at_close' AS "window",
  month_start (enrolment.ended_date) AS period_start,
  enrolment.age_band,
  enrolment.sex,
  enrolment.race,
  enrolment.ethnicity,
  enrolment.language,
  enrolment.area,
  enrolment.payer,
  enrolment.baseline_band,
  coalesce(paired.is_scored_again, FALSE) AS is_observed,
  paired.is_case_first,
  paired.is_scored_again
  AND NOT paired.is_case_last AS is_recovered,
  paired.is_scored_again
  AND paired.is_better
  AND NOT paired.is_worse AS is_improved,
  paired.is_scored_again
  AND paired.is_worse
  AND NOT paired.is_better AS is_deteriorated,
  CASE
    WHEN enrolment.ended_date IS NULL THEN 'still_in_care'
    WHEN coalesce(contacted.contacts, 0) < rule.course_contacts THEN 'too_few_contacts'
    WHEN coalesce(paired.scales, 0) < 2 THEN 'no_pair'
  END AS course_exclusion
FROM
  enrolment
  CROSS JOIN rule
  LEFT JOIN contacted ON contacted.episode_id = enrolment.episode_id
  LEFT JOIN paired ON paired.episode_id = enrolment.episode_id
