import { group } from "d3";
import type { Measure } from "../measures/measure.ts";
import { type CohortKey, IMPUTED, type ImputedCohort } from "../reference/modelled.ts";
import { type Case, logistic, peopleIn } from "../stats/logistic.ts";
import { imputeParts, type MissingPart } from "../stats/multiple_imputation.ts";
import { tippingPoint } from "../stats/tipping_point.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import { atBaseline, atStage } from "./covariates.ts";
import { BEFORE, instrumentsOf, readStages, type Staged } from "./read_cohort.ts";

/** Imputed sets of the missing, and where their random numbers start: the same rows give the same figures on any machine. */
const IMPUTATIONS = 40;
const SEED = 20_261_127;

/** Floors are multiples of a twentieth: five in a hundred. */
const FLOORS = 20;

/**
 * Estimates the outcomes of `IMPUTED` for everyone eligible, one cohort at a time: the missing are imputed from who they were
 * at baseline and from their last score before the window, by a model of people who had a score in the same four weeks: a high score
 * tells something else in week 3 than in week 15, and most of those measured have one as late as that. The floor is the highest multiple of five in a hundred below the
 * interval: a claim that the result allows. It is then tested how badly the missing must have done to take it away. Cohorts
 * without a model, or with nobody missing, are absent.
 */
export async function imputeMissing(
  warehouse: Warehouse,
  measures: readonly Measure[],
): Promise<ImputedCohort[]> {
  const found: ImputedCohort[] = [];
  for (const { measure, window } of IMPUTED) {
    if (!measures.some(({ id }) => id === measure)) continue;
    for (const instrument of await instrumentsOf(warehouse, measure)) {
      const key = { measure, instrument, window };
      found.push(...impute(key, await readStages(warehouse, key)));
    }
  }
  return found;
}

/** One cohort, from rows of people. */
export function impute(key: CohortKey, cohort: readonly Staged[]): ImputedCohort[] {
  const imputed = imputerOf(cohort);
  if (!imputed) return [];
  const { value, lower, upper, ofMissing } = imputed();
  if (ofMissing === null) return [];
  const floor = Math.floor(lower * FLOORS) / FLOORS;
  const tipping = floor > 0 ? tippingPoint(imputed, { target: floor }) : null;
  return [
    {
      ...key,
      value,
      lower,
      upper,
      of_missing: ofMissing,
      floor: floor > 0 ? floor : null,
      of_missing_at_floor: tipping?.tipsAt == null ? null : (tipping.steps.at(-1)?.rate.ofMissing ?? null),
      imputations: IMPUTATIONS,
    },
  ];
}

function imputerOf(cohort: readonly Staged[]) {
  const everyone = cohort.filter(({ stage }) => stage === BEFORE);
  const measured = everyone.filter(({ is_observed }) => is_observed);
  const parts = [...group(cohort, ({ stage }) => stage).values()].flatMap((own) => partOf(own, measured));
  const lost = everyone.filter(({ is_observed }) => !is_observed);
  const told = peopleIn(parts.flatMap(({ missing }) => missing));
  if (told === 0 || told !== peopleIn(lost)) return null;
  const counts = {
    people: peopleIn(measured),
    successes: peopleIn(measured.filter(({ is_met }) => is_met)),
  };
  return imputeParts(parts, counts, { seed: SEED, imputations: IMPUTATIONS });
}

/** Those who were last known in a stage, with a model of people known in it; where that has none, of everyone at baseline. */
function partOf(own: readonly Staged[], measured: readonly Staged[]): MissingPart[] {
  const missing = own.filter(({ is_observed, is_last }) => is_last && !is_observed);
  if (missing.length === 0) return [];
  const alike = own.filter(({ is_observed }) => is_observed);
  const designs = [
    { covariates: atStage(alike), fitted: alike },
    { covariates: atBaseline(measured), fitted: measured },
  ];
  for (const { covariates, fitted } of designs) {
    const model = logistic(
      fitted.map((one): Case => ({ ...one, covariates: covariates(one), success: one.is_met })),
    );
    if (!("refused" in model))
      return [
        { model, missing: missing.map((one) => ({ covariates: covariates(one), people: one.people })) },
      ];
  }
  return [];
}
