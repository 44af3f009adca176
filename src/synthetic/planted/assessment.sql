-- Grain: one row per line of the spoilt file. Key: none, some lines are there twice.
WITH
  assessment AS (
    SELECT
      assessment.*,
      defect.kind
    FROM
      extract.assessment AS assessment
      LEFT JOIN planted.defect AS defect ON defect.file = 'assessment'
      AND defect.row_id = assessment.assessment_id
  ),
  line AS (
    SELECT
      assessment.*
    FROM
      assessment
    UNION ALL
    SELECT
      assessment.*
    FROM
      assessment
    WHERE
      kind = 'duplicate'
  ),
  spoilt AS (
    SELECT
      line.* replace(
        CASE
          WHEN kind = 'impossible_date' THEN cast('1899-12-30' AS DATE)
          ELSE assessed_date
        END AS assessed_date,
        CASE
          WHEN kind = 'total_disagrees' THEN CASE
            WHEN total > 0 THEN total - 1
            ELSE 1
          END
          WHEN kind = 'missing_values' THEN NULL
          ELSE total
        END AS total,
        CASE
          WHEN kind = 'missing_values' THEN NULL
          ELSE item_1
        END AS item_1,
        CASE
          WHEN kind = 'missing_values' THEN NULL
          ELSE item_2
        END AS item_2,
        CASE
          WHEN kind = 'missing_values' THEN NULL
          ELSE item_3
        END AS item_3,
        CASE
          WHEN kind = 'late' THEN recorded_at + to_days(45)
          ELSE recorded_at
        END AS recorded_at
      )
    FROM
      line
    UNION ALL
    SELECT
      assessment.* replace(
        concat(assessment_id, '-again') AS assessment_id,
        CASE
          WHEN total > 1 THEN total - 2
          ELSE total + 2
        END AS total,
        NULL AS item_1,
        NULL AS item_2,
        NULL AS item_3,
        NULL AS item_4,
        NULL AS item_5,
        NULL AS item_6,
        NULL AS item_7,
        NULL AS item_8,
        NULL AS item_9,
        recorded_at + to_minutes(5) AS recorded_at
      )
    FROM
      assessment
    WHERE
      kind = 'same_day_double'
  )
SELECT
  spoilt.* EXCLUDE (kind)
FROM
  spoilt
