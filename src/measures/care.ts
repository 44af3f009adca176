import type { Measure } from "./measure.ts";

/** What most measures of the process of care have in common: a share of units on no one instrument, awaiting no score. */
export const CARE = {
  kind: "proportion",
  by_instrument: false,
  has_follow_up: false,
  sign_off: null,
} as const satisfies Partial<Measure>;
