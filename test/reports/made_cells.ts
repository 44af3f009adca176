import type { Cell, MeasureEntry } from "../../reports/components/release.ts";

/** A cell as a release would hold it, with what a test says otherwise. */
export function cell(changes: Partial<Cell> = {}): Cell {
  return {
    measure: "response",
    instrument: "phq9",
    window: "6m",
    period_grain: "all",
    period_start: null,
    period_end: null,
    clinic_id: "all",
    stratum: "all",
    level: "all",
    denominator: 80,
    observed: 50,
    numerator: 20,
    value: 0.25,
    lower: 0.168,
    upper: 0.355,
    observed_value: 0.4,
    observed_lower: 0.276,
    observed_upper: 0.538,
    follow_up: 0.625,
    highest_possible: 0.625,
    cohort: "closed",
    status: "shown",
    ...changes,
  };
}

const NOTHING = {
  numerator: null,
  value: null,
  lower: null,
  upper: null,
  observed_value: null,
  observed_lower: null,
  observed_upper: null,
  highest_possible: null,
};

/** A cell without a result, for each reason. */
export const WITHOUT = {
  suppressed: cell({ ...NOTHING, denominator: null, observed: null, follow_up: null, status: "suppressed" }),
  no_value: cell({
    ...NOTHING,
    denominator: 0,
    observed: 0,
    numerator: 0,
    follow_up: null,
    status: "no_value",
  }),
  pending: cell({
    ...NOTHING,
    denominator: null,
    observed: null,
    follow_up: null,
    status: "pending",
    cohort: "open",
  }),
} as const;

/** A measure as a manifest would hold it. */
export function measure(changes: Partial<MeasureEntry> = {}): MeasureEntry {
  return {
    id: "response",
    title: "Response",
    why: "It matters.",
    definition: "Who halved their score.",
    in_words: "halved their score or better",
    kind: "proportion",
    better: "higher",
    unit: "episode",
    by_instrument: true,
    has_follow_up: true,
    windows: ["6m"],
    specs: [],
    source: "a paper",
    firmness: "convention",
    sign_off: null,
    missing_tables: [],
    ...changes,
  };
}
