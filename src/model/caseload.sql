-- Grain: one row per enrolled episode in care on the as-of date, with where it stands that day. Key: episode_id.
WITH
  enrolment AS (
    SELECT
      *
    FROM
      model.enrolment
    WHERE
      coalesce(ended_date >= cast($as_of AS DATE), TRUE)
  ),
  clinic AS (
    SELECT
      *
    FROM
      model.clinic
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
  steering_score AS (
    SELECT
      *
    FROM
      model.steering_score
  ),
  care_act AS (
    SELECT
      *
    FROM
      model.care_act
    WHERE
      is_in_care
      AND act_date <= cast($as_of AS DATE)
  ),
  any_score AS (
    SELECT
      episode_id,
      max(assessed_date) AS last_scored_date
    FROM
      episode_score
    GROUP BY
      episode_id
  ),
  score AS (
    SELECT
      *,
      lag (score) OVER (
        PARTITION BY
          episode_id
        ORDER BY
          sequence
      ) AS previous_score,
      min(score) OVER (
        PARTITION BY
          episode_id
      ) AS lowest_score,
      row_number() OVER (
        PARTITION BY
          episode_id
        ORDER BY
          sequence DESC
      ) AS recency
    FROM
      steering_score
  ),
  act AS (
    SELECT
      episode_id,
      max(
        CASE
          WHEN act = 'treatment_contact' THEN act_date
        END
      ) AS last_contact_date,
      max(
        CASE
          WHEN act = 'case_review' THEN act_date
        END
      ) AS last_review_date,
      max(
        CASE
          WHEN act = 'relapse_prevention_plan' THEN act_date
        END
      ) AS last_plan_date
    FROM
      care_act
    GROUP BY
      episode_id
  )
SELECT
  enrolment.episode_id,
  enrolment.patient_id,
  clinic.name AS clinic,
  enrolment.care_manager_id,
  enrolment.enrolled_date,
  score.instrument AS last_instrument,
  score.score AS last_score,
  score.assessed_date AS last_score_date,
  whole_quotient (cast(score.score * 10000 AS INTEGER), instrument.max) AS severity,
  score.previous_score,
  score.lowest_score,
  score.baseline_score,
  score.is_elevated,
  score.is_improved,
  any_score.last_scored_date,
  act.last_contact_date,
  act.last_review_date,
  act.last_plan_date
FROM
  enrolment
  LEFT JOIN clinic ON clinic.clinic_id = enrolment.clinic_id
  LEFT JOIN score ON score.episode_id = enrolment.episode_id
  AND score.recency = 1
  LEFT JOIN instrument ON instrument.instrument = score.instrument
  LEFT JOIN any_score ON any_score.episode_id = enrolment.episode_id
  LEFT JOIN act ON act.episode_id = enrolment.episode_id
