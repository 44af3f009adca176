import type { Measure } from "../measures/measure.ts";
import { type CohortKey, IMPUTED, type ImputedCohort } from "../reference/modelled.ts";
import { multipleImputation } from "../stats/multiple_imputation.ts";
import { tippingPoint } from "../stats/tipping_point.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import { atBaseline, withLastScore, withLastWeek } from "./covariates.ts";
import { type Alike, instrumentsOf, readCohort } from "./read_cohort.ts";

/** Imputed sets of the missing, and where their random numbers start: the same rows give the same figures on any machine. */
const IMPUTATIONS = 40;
const SEED = 20_261_127;

/** Floors are multiples of a twentieth: five in a hundred. */
const FLOORS = 20;

/**
 * Estimates the outcomes of `IMPUTED` for everyone eligible, one cohort at a time: the missing are imputed from who they were
 * at baseline and from their last score before the window. The floor is the highest multiple of five in a hundred below the
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
      found.push(...impute(key, await readCohort(warehouse, key)));
    }
  }
  return found;
}

/** One cohort, from rows of people. */
export function impute(key: CohortKey, cohort: readonly Alike[]): ImputedCohort[] {
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

/** What may tell of the missing, from the most; each serves where the one before it has no model, as where all were scored on one day. */
const DESIGNS = [withLastWeek, withLastScore, atBaseline];

function imputerOf(cohort: readonly Alike[]) {
  for (const design of DESIGNS) {
    const covariates = design(cohort.filter(({ is_observed }) => is_observed));
    const people = cohort.map((one) => ({
      covariates: covariates(one),
      success: one.is_observed ? one.is_met : null,
      people: one.people,
    }));
    const imputed = multipleImputation(people, { seed: SEED, imputations: IMPUTATIONS });
    if (!("refused" in imputed)) return imputed;
  }
  return null;
}
