import type { Confidence, Estimate } from "./estimate.ts";
import { type Proportion, proportion } from "./proportion.ts";

/**
 * The difference `first` minus `second` of two independent proportions, -1 to 1, with the interval built from both Wilson
 * intervals; null where either denominator is 0. Newcombe, Statistics in Medicine 1998; 17:873-890, method 10.
 */
export function newcombeDifference(
  first: Proportion,
  second: Proportion,
  options: Confidence = {},
): Estimate | null {
  const a = proportion(first, options);
  const b = proportion(second, options);
  if (a === null || b === null) return null;
  const value = a.value - b.value;
  return {
    value,
    lower: value - Math.hypot(a.value - a.lower, b.upper - b.value),
    upper: value + Math.hypot(a.upper - a.value, b.value - b.lower),
  };
}
