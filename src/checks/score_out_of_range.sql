-- A score outside the instrument's range was not made by its rules.
SELECT
  scored_assessment.assessment_id
FROM
  model.scored_assessment
  JOIN ref.instrument ON instrument.instrument = scored_assessment.instrument
WHERE
  scored_assessment.score NOT BETWEEN instrument.min AND instrument.max
