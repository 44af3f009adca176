-- Grain: one row per visit planned in a started episode, kept or not, with the scores a complete record would hold. Key: episode, step.
WITH
  parameter AS (
    SELECT
      keeps_visit,
      vacancy_missed,
      scores_visit,
      leaves_base,
      leaves_per_point,
      leaves_unseen,
      graduates,
      graduates_from_day
    FROM
      given.parameter
  ),
  vacancy AS (
    SELECT
      post_month.clinic,
      post_month.post,
      month.first_day
    FROM
      world.post_month AS post_month
      JOIN world.month AS month ON month.month = post_month.month
    WHERE
      post_month.is_vacant
  ),
  changed AS (
    SELECT
      moment.*,
      course.clinic,
      course.post,
      course.depression,
      course.anxiety,
      course.is_early,
      least(
        1000,
        gained (course.natural_share + course.care_share, moment.day) + gained (
          coalesce(consultation.consult_share, 0),
          greatest(0, moment.day - consultation.consult_day)
        )
      ) AS gained,
      gained (course.natural_share, moment.day) AS gained_without_care
    FROM
      world.moment AS moment
      JOIN world.course AS course ON course.episode = moment.episode
      LEFT JOIN world.consultation AS consultation ON consultation.episode = moment.episode
  ),
  scored AS (
    SELECT
      changed.*,
      score_of (depression - depression * gained // 1000 + phq9_moment, 27) AS phq9,
      score_of (depression - depression * gained_without_care // 1000 + phq9_moment, 27) AS phq9_without_care,
      score_of (anxiety - anxiety * gained // 1000 + gad7_moment, 21) AS gad7
    FROM
      changed
  ),
  kept AS (
    SELECT
      scored.*,
      scored.step = 0
      OR (
        scored.is_early
        AND scored.step = 1
      )
      OR (
        (
          scored.is_early
          OR scored.day > 28
        )
        AND scored.keep_draw < parameter.keeps_visit - CASE
          WHEN vacancy.clinic IS NULL THEN 0
          ELSE parameter.vacancy_missed
        END
      ) AS is_kept
    FROM
      scored
      CROSS JOIN parameter
      LEFT JOIN vacancy ON vacancy.clinic = scored.clinic
      AND vacancy.post = scored.post
      AND vacancy.first_day = month_start (scored.occasion_date)
  ),
  seen AS (
    SELECT
      kept.*,
      kept.is_kept
      AND (
        kept.step = 0
        OR kept.ask_draw < parameter.scores_visit
      ) AS is_scored
    FROM
      kept
      CROSS JOIN parameter
  )
SELECT
  seen.episode,
  seen.step,
  seen.occasion_date,
  seen.day,
  seen.gained,
  seen.phq9,
  seen.phq9_without_care,
  seen.gad7,
  seen.is_kept,
  seen.is_scored,
  seen.form,
  CASE
    WHEN seen.stop_draw < CASE
      WHEN seen.is_scored THEN parameter.leaves_base + parameter.leaves_per_point * greatest(0, seen.phq9 - 4)
      ELSE parameter.leaves_unseen
    END THEN 'leaves'
    WHEN seen.is_scored
    AND seen.phq9 <= 4
    AND seen.day >= parameter.graduates_from_day
    AND seen.stop_draw >= 1000 - parameter.graduates THEN 'graduates'
  END AS stops
FROM
  seen
  CROSS JOIN parameter
