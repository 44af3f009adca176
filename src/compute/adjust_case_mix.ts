import type { Measure } from "../measures/measure.ts";
import {
  ADJUSTED,
  type AdjustedClinic,
  type CohortKey,
  type ExpectedCounts,
  type RiskGroupCounts,
} from "../reference/modelled.ts";
import type { SignalLabel } from "../reference/signals.ts";
import { caseMix } from "../stats/case_mix.ts";
import { ratioFunnelLimits } from "../stats/ratio_funnel_limits.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import { atBaseline } from "./covariates.ts";
import { type AlikeInClinic, instrumentsOf, readCohort } from "./read_cohort.ts";

/** What clinics achieved and what their case mix leads one to expect, and how well the model that says so fits. */
export interface CaseMixResults {
  clinics: AdjustedClinic[];
  riskGroups: RiskGroupCounts[];
}

/** The outer limits of a funnel: one clinic in 500 lies outside by chance. */
const FUNNEL_LEVEL = 0.998;

/**
 * Compares clinics on the outcomes of `ADJUSTED` after adjustment for who their people were at baseline, one cohort at a
 * time. A person without a score in the window has not met the measure, as on every page. Cohorts without a model are absent.
 */
export async function adjustCaseMix(
  warehouse: Warehouse,
  measures: readonly Measure[],
): Promise<CaseMixResults> {
  const results: CaseMixResults = { clinics: [], riskGroups: [] };
  for (const outcome of ADJUSTED) {
    const measure = measures.find(({ id }) => id === outcome.measure);
    if (!measure) continue;
    for (const instrument of await instrumentsOf(warehouse, measure.id)) {
      const key: CohortKey = { measure: outcome.measure, instrument, window: outcome.window };
      const cohort = adjust(measure, key, await readCohort(warehouse, key));
      results.clinics.push(...cohort.clinics);
      results.riskGroups.push(...cohort.riskGroups);
    }
  }
  return results;
}

/** One cohort, from rows of people. */
export function adjust(
  { better }: Pick<Measure, "better">,
  key: CohortKey,
  cohort: readonly AlikeInClinic[],
): CaseMixResults {
  const covariates = atBaseline(cohort);
  const result = caseMix(
    cohort.map((one) => ({
      group: one.clinic_id,
      covariates: covariates(one),
      success: one.is_met,
      people: one.people,
    })),
  );
  if ("refused" in result) return { clinics: [], riskGroups: [] };
  return {
    clinics: result.groups.map(({ group, n, observed, expected }) => {
      const counts: ExpectedCounts = { people: n, met: observed, expected };
      return { ...key, clinic_id: group, ...counts, label: labelOf(counts, better) };
    }),
    riskGroups: result.calibration.map(({ n, observed, expected }, i) => ({
      ...key,
      risk_group: i + 1,
      people: n,
      met: observed,
      expected,
    })),
  };
}

/** Which side of the limits of chance a clinic lies on. */
function labelOf({ met, expected }: ExpectedCounts, better: Measure["better"]): SignalLabel {
  const { lower, upper } = ratioFunnelLimits(expected, { level: FUNNEL_LEVEL });
  const ratio = met / expected;
  if (ratio >= lower && ratio <= upper) return "common_cause";
  if (better === "neither") return "change";
  return ratio > 1 === (better === "higher") ? "improvement" : "concern";
}
