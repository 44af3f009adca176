-- Grain: one row per record of a psychotropic medicine that somebody takes. Key: patient_id, class, name, start_date, recorded_date, treatment_id.
WITH
  treatment AS (
    SELECT
      *
    FROM
      staging.treatment
    WHERE
      start_date <= cast($as_of AS DATE)
  ),
  psychotropic_class AS (
    SELECT
      *
    FROM
      ref.psychotropic_class
  )
SELECT
  treatment.treatment_id,
  treatment.patient_id,
  psychotropic_class.class,
  treatment.name,
  treatment.dose,
  treatment.start_date,
  treatment.end_date,
  coalesce(treatment.recorded_date, treatment.start_date) AS recorded_date
FROM
  treatment
  JOIN psychotropic_class ON psychotropic_class.class = lower(treatment.class)
