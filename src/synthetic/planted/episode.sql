-- Grain: one row per line of the spoilt file. Key: episode_id.
WITH
  episode AS (
    SELECT
      episode.*
    FROM
      extract.episode AS episode
  ),
  again AS (
    SELECT
      episode.* replace(
        concat(episode.episode_id, '-again') AS episode_id,
        add_days (episode.enrolled_date, 20) AS referred_date,
        add_days (episode.enrolled_date, 30) AS enrolled_date
      )
    FROM
      episode
      JOIN planted.defect AS defect ON defect.file = 'episode'
      AND defect.row_id = episode.episode_id
    WHERE
      defect.kind = 'enrolled_again'
  )
SELECT
  episode.*
FROM
  episode
UNION ALL
SELECT
  again.*
FROM
  again
