import type { Interval } from "./wilson.ts";

/** A value and its confidence limits. */
export interface Estimate extends Interval {
  value: number;
}

/** A value whose limits are null where the method gives none. */
export interface OpenEstimate {
  value: number;
  lower: number | null;
  upper: number | null;
}

/** How sure an interval is to be: 0.95, unless said, means a 95 % interval. */
export interface Confidence {
  level?: number;
}
