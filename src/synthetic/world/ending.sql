-- Grain: one row per started episode: its last visit, and how it ends (dates after the programme's last day are not known yet). Key: episode.
WITH
  parameter AS (
    SELECT
      end_date,
      closure_days
    FROM
      given.parameter
  ),
  occasion AS (
    SELECT
      episode,
      step,
      occasion_date,
      stops
    FROM
      world.occasion
  ),
  last_step AS (
    SELECT
      episode,
      coalesce(
        min(step) filter(
          WHERE
            stops IS NOT NULL
        ),
        max(step)
      ) AS step
    FROM
      occasion
    GROUP BY
      episode
  ),
  stopped AS (
    SELECT
      last_step.episode,
      last_step.step AS last_step,
      CASE occasion.stops
        WHEN 'leaves' THEN CASE
          WHEN because.value = 'deceased'
          AND again.episode IS NOT NULL THEN 'moved'
          ELSE because.value
        END
        WHEN 'graduates' THEN 'treatment target reached'
        ELSE 'completed without reaching target'
      END AS end_reason,
      occasion.occasion_date
    FROM
      last_step
      JOIN occasion ON occasion.episode = last_step.episode
      AND occasion.step = last_step.step
      LEFT JOIN world.referral AS again ON again.episode = last_step.episode + 1
      JOIN world.choice AS because ON because.list = 'leaves_because'
      AND because.slot = permille (random_bits ('ending', last_step.episode), 0)
  )
SELECT
  stopped.episode,
  stopped.last_step,
  stopped.occasion_date AS last_date,
  stopped.end_reason,
  add_days (
    stopped.occasion_date,
    CASE stopped.end_reason
      WHEN 'lost to follow-up' THEN parameter.closure_days
      WHEN 'treatment target reached' THEN 28
      ELSE 7
    END
  ) AS ended_date
FROM
  stopped
  CROSS JOIN parameter
