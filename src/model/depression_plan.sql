-- Grain: one row per person, kind of follow-up for depression and span of days. Key: patient_id, kind, first_date, last_date.
-- Medication that was begun earlier and goes on is a follow-up too (`may_be_running`); anything else is on its first day only.
WITH
  treatment AS (
    SELECT
      *
    FROM
      model.coded_span
    WHERE
      source = 'treatment'
      AND code_set IN ('antidepressant', 'psychotherapy')
  ),
  act AS (
    SELECT
      *
    FROM
      model.care_act
    WHERE
      act IN ('referral', 'psychotherapy_session')
  ),
  episode AS (
    SELECT
      *
    FROM
      model.episode
    WHERE
      referred_date IS NOT NULL
  )
SELECT
  patient_id,
  code_set AS kind,
  first_date,
  last_date,
  code_set = 'antidepressant' AS may_be_running
FROM
  treatment
UNION
SELECT
  patient_id,
  act AS kind,
  act_date AS first_date,
  act_date AS last_date,
  FALSE AS may_be_running
FROM
  act
UNION
SELECT
  patient_id,
  'collaborative_care' AS kind,
  referred_date AS first_date,
  referred_date AS last_date,
  FALSE AS may_be_running
FROM
  episode
