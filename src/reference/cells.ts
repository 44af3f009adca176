import type { MeanUnit } from "./means.ts";

/** The grains in which a measure is counted; `all` is everything up to the as-of date. */
export const PERIOD_GRAINS = ["month", "quarter", "year", "all"] as const;
export type PeriodGrain = (typeof PERIOD_GRAINS)[number];

/** Stands in `clinic_id`, `stratum` and `level` where a cell is not broken down by them. */
export const ALL = "all";

/** Stands in `instrument` where a measure belongs to none. */
export const ANY = "any";

/** What one cell is about. Dates are ISO days, ends inclusive; both are null for grain `all`. */
export interface CellKey {
  measure: string;
  instrument: string;
  window: string;
  period_grain: PeriodGrain;
  period_start: string | null;
  period_end: string | null;
  clinic_id: string;
  stratum: string;
  level: string;
}

/** A text that is the same for the same cell and for no other. */
export const addressOf = (key: Omit<CellKey, "period_end">): string =>
  JSON.stringify([
    key.measure,
    key.instrument,
    key.window,
    key.period_grain,
    key.period_start,
    key.clinic_id,
    key.stratum,
    key.level,
  ]);

/**
 * Whether the follow-up windows of a cohort have closed by the as-of date: `closed` for everyone who could be in the
 * period, `closing` for the first of them only, `open` for nobody yet (the cell is pending). Known from dates alone.
 */
export type Cohort = "closed" | "closing" | "open";

/** Exact counts of one cell: successes <= people seen in the window <= everyone eligible. Never leaves the machine. */
export interface CountCell extends CellKey {
  denominator: number;
  observed: number;
  numerator: number;
  cohort: Cohort;
}

/** How many numbers there are and what they and their squares add up to. */
export interface Moments {
  n: number;
  sum: number;
  sum_of_squares: number;
}

/**
 * Exact sums of one cell in the unit of its mean. `value` is of those observed (a change: positive is better), `held` the same
 * with nobody's value above `range`, which is the most that one person can move a sum; `baseline` is of everyone eligible, null
 * where values are no changes. Never leaves the machine.
 */
export interface MomentCell extends CellKey {
  unit: MeanUnit;
  value: Moments;
  held: Moments;
  baseline: Moments | null;
  range: number;
}

/**
 * One step of the waterfall from every unit to the numerator, for one measure, instrument and window: over all time, or in the
 * month that `period_start` is the first day of.
 * `step` is `all`, an exclusion reason, `denominator`, `not_observed`, `observed`, `not_met` or `numerator`; `step_order` counts from 0.
 */
export interface WaterfallStep {
  measure: string;
  instrument: string;
  window: string;
  period_start: string | null;
  step_order: number;
  step: string;
  units: number;
}
