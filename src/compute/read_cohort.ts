import type { CohortKey } from "../reference/modelled.ts";
import { identifier, type Row, type Warehouse } from "../warehouse/warehouse.ts";

/** People of one cohort who are alike in everything that a model may use. Scores are in points. */
export interface Alike {
  age_band: string;
  sex: string;
  payer: string;
  baseline: number;
  is_first_episode: boolean;
  is_observed: boolean;
  is_met: boolean;
  people: number;
}

/** Those of one clinic. */
export interface AlikeInClinic extends Alike {
  clinic_id: string;
}

/** Stages are counted in weeks of four from the baseline; `BEFORE` is the one before any later score. */
const STAGE_DAYS = 28;
export const BEFORE = -1;

/**
 * The same people as they were known in a stage in which they had a score before the window opened: the last of it. Everyone stands
 * in `BEFORE`, without a score; `is_last` marks the latest stage of each.
 */
export interface Staged extends Alike {
  stage: number;
  score: number | null;
  is_last: boolean;
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
): Promise<AlikeInClinic[]> {
  const rows = await warehouse.rows<Row & AlikeInClinic>(cohortSql(measure), { instrument, window });
  return rows.map((row) => ({ ...row, baseline: row.baseline / POINT }));
}

/** Everyone eligible once for each stage that they are known in, grouped likewise. */
export async function readStages(
  warehouse: Warehouse,
  { measure, instrument, window }: CohortKey,
): Promise<Staged[]> {
  const rows = await warehouse.rows<Row & Staged>(stagesSql(measure), { instrument, window });
  return rows.map((row) => ({
    ...row,
    baseline: row.baseline / POINT,
    score: row.score === null ? null : row.score / POINT,
  }));
}

/** The instruments on which somebody is eligible for a measure, in order. */
export async function instrumentsOf(warehouse: Warehouse, measure: string): Promise<string[]> {
  const rows = await warehouse.rows<{ instrument: string }>(
    `SELECT DISTINCT instrument FROM measure.${identifier(measure)} WHERE denominator = 1 ORDER BY instrument`,
  );
  return rows.map(({ instrument }) => instrument);
}

const ALIKE = "age_band, sex, payer, baseline, is_first_episode, is_observed, is_met";

const personSql = (measure: string): string => `
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
    person AS (
      SELECT
        outcome.episode_id,
        unit.clinic_id, unit.age_band, unit.sex, unit.payer,
        CAST(outcome.baseline_score * ${POINT} AS BIGINT) AS baseline,
        numbered.place = 1 AS is_first_episode,
        unit.observed = 1 AS is_observed,
        unit.numerator = 1 AS is_met
      FROM unit
      JOIN outcome ON outcome.episode_id = unit.unit_id
      JOIN numbered ON numbered.episode_id = unit.unit_id
    )`;

const cohortSql = (measure: string): string => `
  WITH ${personSql(measure)}
  SELECT clinic_id, ${ALIKE}, count(*) AS people
  FROM person
  GROUP BY clinic_id, ${ALIKE}
  ORDER BY clinic_id, ${ALIKE}`;

const stagesSql = (measure: string): string => `
  WITH ${personSql(measure)},
    before_window AS (
      SELECT
        outcome.episode_id,
        whole_quotient(days_between(outcome.baseline_date, score.assessed_date), ${STAGE_DAYS}) AS stage,
        score.sequence
      FROM outcome
      JOIN model.episode_score AS score ON score.episode_id = outcome.episode_id
        AND score.instrument = outcome.instrument
        AND score.assessed_date < outcome.window_start
      WHERE score.sequence > 1
    ),
    known AS (
      SELECT episode_id, ${BEFORE} AS stage, CAST(NULL AS BIGINT) AS sequence FROM person
      UNION ALL
      SELECT episode_id, stage, max(sequence) FROM before_window GROUP BY episode_id, stage
    ),
    last_known AS (
      SELECT episode_id, max(stage) AS stage FROM known GROUP BY episode_id
    ),
    staged AS (
      SELECT
        person.*,
        known.stage,
        CAST(score.score * ${POINT} AS BIGINT) AS score,
        last_known.stage = known.stage AS is_last
      FROM person
      JOIN known ON known.episode_id = person.episode_id
      JOIN last_known ON last_known.episode_id = person.episode_id
      LEFT JOIN model.episode_score AS score ON score.episode_id = known.episode_id
        AND score.instrument = $instrument
        AND score.sequence = known.sequence
    )
  SELECT stage, ${ALIKE}, score, is_last, count(*) AS people
  FROM staged
  GROUP BY stage, ${ALIKE}, score, is_last
  ORDER BY stage, ${ALIKE}, score NULLS FIRST, is_last`;
