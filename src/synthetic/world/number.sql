-- Grain: one row per person's number, so that what follows can be spread over threads. Key: patient.
SELECT
  cast(unnest(range(first_patient, first_patient + patients)) AS BIGINT) AS patient
FROM
  given.parameter
