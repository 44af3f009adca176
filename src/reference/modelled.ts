import type { SignalLabel } from "./signals.ts";

/** An outcome in one window. */
interface Outcome {
  measure: string;
  window: string;
}

/** What clinics are compared on after adjustment for case mix. */
export const ADJUSTED: readonly Outcome[] = [{ measure: "remission", window: "6m" }];

/** What is estimated for everyone, whether or not they have a score in the window. */
export const IMPUTED: readonly Outcome[] = ["response", "remission"].flatMap((measure) =>
  ["10w", "6m"].map((window) => ({ measure, window })),
);

/** One outcome on one instrument: everyone eligible for it. */
export interface CohortKey extends Outcome {
  instrument: string;
}

/** Everyone in a group, those who met the measure, and how many a model expected to; `people` and `met` are exact counts. */
export interface ExpectedCounts {
  people: number;
  met: number;
  expected: number;
}

/** Exact result of case-mix adjustment for one clinic. `label` judges it against limits of chance. Never leaves the machine. */
export interface AdjustedClinic extends CohortKey, ExpectedCounts {
  clinic_id: string;
  label: SignalLabel;
}

/** One group of people by what the model expected of them, from the least likely (1) on. Never leaves the machine. */
export interface RiskGroupCounts extends CohortKey, ExpectedCounts {
  risk_group: number;
}

/** A rate (0 to 1) of everyone eligible and its 95 % interval, in which the missing were imputed. */
export interface ImputedCohort extends CohortKey {
  value: number;
  lower: number;
  upper: number;
  /** The mean rate imputed for those without a score; null where there are none. */
  of_missing: number | null;
  /** A floor that the interval lies above, and the rate of those without a score at which it no longer would; null where none is. */
  floor: number | null;
  of_missing_at_floor: number | null;
  imputations: number;
}
