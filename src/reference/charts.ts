import type { CellKey } from "./cells.ts";

/** A day from which the limits of charts start afresh, and why: of one measure, or of all where none is named. */
export interface Phase {
  measure?: string | undefined;
  /** First day of the first month of the phase. */
  from: string;
  reason: string;
}

/** Places of the months, given by their first days in order, at which the limits of a measure start afresh: never at the first. */
export const freshStarts = (measure: string, starts: readonly string[], phases: readonly Phase[]): number[] =>
  phases
    .filter((phase) => phase.measure === undefined || phase.measure === measure)
    .map(({ from }) => starts.findIndex((start) => start >= from))
    .filter((index) => index > 0);

/** A series, or one clinic's part of it. */
type Series = Pick<CellKey, "measure" | "instrument" | "window" | "clinic_id">;

/**
 * One month of a p'-chart, in exact counts; rates from 0 to 1. Without a denominator `value` is null; limits are null where they
 * cannot be known. `rule` says why the month is no chance, `phase` counts the fresh starts of limits before it.
 */
export interface ChartPoint extends Series {
  period_start: string;
  denominator: number;
  numerator: number;
  value: number | null;
  centre: number | null;
  lower: number | null;
  upper: number | null;
  rule: "outside" | "trend" | "two_of_three" | "shift" | null;
  phase: number;
  limits: "established" | "trial";
}

/** One clinic of a funnel over all time, in exact counts, with the limits for its size; rates from 0 to 1. */
export interface FunnelPoint extends Series {
  denominator: number;
  numerator: number;
  value: number;
  centre: number;
  lower_95: number;
  upper_95: number;
  lower_998: number;
  upper_998: number;
}
