import type { CohortKey } from "../reference/modelled.ts";
import { identifier, type Row, type Warehouse } from "../warehouse/warehouse.ts";

/** People of one cohort who are alike in everything that a model may use. Scores are in points. */
export interface Alike {
  clinic_id: string;
  age_band: string;
  sex: string;
  payer: string;
  baseline: number;
  /** The last score after the baseline and before the window opens, and its week after the baseline; null where there is none. */
  last: number | null;
  last_week: number | null;
  is_first_episode: boolean;
  is_observed: boolean;
  is_met: boolean;
  people: number;
}

/** Score points leave SQL as whole ten-thousandths. */
const POINT = 10_000;

/**
 * Everyone eligible for an outcome, grouped by what models use, in one total order: the same rows whatever the machine. A
 * programme of a million people has some hundred thousand such groups, so that a model's cost is bounded by them.
 */
export async function readCohort(
  warehouse: Warehouse,
  { measure, instrument, window }: CohortKey,
): Promise<Alike[]> {
  const rows = await warehouse.rows<Row & Alike>(cohortSql(measure), { instrument, window });
  return rows.map(({ baseline, last, ...row }) => ({
    ...row,
    baseline: baseline / POINT,
    last: last === null ? null : last / POINT,
  }));
}

/** The instruments on which somebody is eligible for a measure, in order. */
export async function instrumentsOf(warehouse: Warehouse, measure: string): Promise<string[]> {
  const rows = await warehouse.rows<{ instrument: string }>(
    `SELECT DISTINCT instrument FROM measure.${identifier(measure)} WHERE denominator = 1 ORDER BY instrument`,
  );
  return rows.map(({ instrument }) => instrument);
}

const cohortSql = (measure: string): string => `
  WITH
    unit AS (
      SELECT * FROM measure.${identifier(measure)}
      WHERE denominator = 1 AND instrument = $instrument AND "window" = $window
    ),
    outcome AS (
      SELECT * FROM model.outcome_window WHERE instrument = $instrument AND "window" = $window
    ),
    numbered AS (
      SELECT
        episode_id,
        row_number() OVER (PARTITION BY patient_id ORDER BY enrolled_date, episode_id) AS place
      FROM model.episode
      WHERE enrolled_date IS NOT NULL
    ),
    before_window AS (
      SELECT outcome.episode_id, max(score.sequence) AS sequence
      FROM outcome
      JOIN model.episode_score AS score ON score.episode_id = outcome.episode_id
        AND score.instrument = outcome.instrument
        AND score.assessed_date < outcome.window_start
      WHERE score.sequence > 1
      GROUP BY outcome.episode_id
    ),
    known AS (
      SELECT
        unit.clinic_id, unit.age_band, unit.sex, unit.payer,
        CAST(outcome.baseline_score * ${POINT} AS BIGINT) AS baseline,
        CAST(score.score * ${POINT} AS BIGINT) AS "last",
        whole_quotient(days_between(outcome.baseline_date, score.assessed_date), 7) AS last_week,
        numbered.place = 1 AS is_first_episode,
        unit.observed = 1 AS is_observed,
        unit.numerator = 1 AS is_met
      FROM unit
      JOIN outcome ON outcome.episode_id = unit.unit_id
      JOIN numbered ON numbered.episode_id = unit.unit_id
      LEFT JOIN before_window ON before_window.episode_id = unit.unit_id
      LEFT JOIN model.episode_score AS score ON score.episode_id = before_window.episode_id
        AND score.instrument = $instrument
        AND score.sequence = before_window.sequence
    )
  SELECT
    clinic_id, age_band, sex, payer, baseline, "last", last_week, is_first_episode, is_observed, is_met,
    count(*) AS people
  FROM known
  GROUP BY clinic_id, age_band, sex, payer, baseline, "last", last_week, is_first_episode, is_observed, is_met
  ORDER BY clinic_id, age_band, sex, payer, baseline, "last" NULLS FIRST, last_week NULLS FIRST, is_first_episode, is_observed, is_met`;
