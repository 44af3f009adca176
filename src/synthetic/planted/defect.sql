-- Grain: one row per fault planted in the extract. Key: file, row_id.
WITH
  parameter AS (
    SELECT
      end_date
    FROM
      given.parameter
  ),
  drawn AS (
    SELECT
      'assessment' AS file,
      assessment_id AS row_id,
      permille (random_bits ('defect', assessment_id), 0) AS fate,
      assessed_date AS row_date
    FROM
      extract.assessment
    WHERE
      instrument IN ('phq9', 'gad7')
    UNION ALL
    SELECT
      'episode' AS file,
      episode_id AS row_id,
      permille (random_bits ('defect', episode_id), 0) AS fate,
      NULL AS row_date
    FROM
      extract.episode
    WHERE
      enrolled_date IS NOT NULL
      AND days_between (enrolled_date, ended_date) > 60
    UNION ALL
    SELECT
      'patient' AS file,
      patient_id AS row_id,
      permille (random_bits ('defect', patient_id), 0) AS fate,
      NULL AS row_date
    FROM
      extract.patient
    UNION ALL
    SELECT
      'visit' AS file,
      visit_id AS row_id,
      permille (random_bits ('defect', visit_id), 0) AS fate,
      NULL AS row_date
    FROM
      extract.visit
  )
SELECT
  drawn.file,
  drawn.row_id,
  defect.kind
FROM
  drawn
  JOIN given.defect AS defect ON defect.file = drawn.file
  AND drawn.fate >= defect.from_fate
  AND drawn.fate < defect.to_fate
  CROSS JOIN parameter
WHERE
  defect.kind <> 'late'
  OR drawn.row_date <= add_days (parameter.end_date, -45)
