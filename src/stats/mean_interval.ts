import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { deviation, mean } from "d3";
import { tail } from "./critical_z.ts";
import type { Confidence, Estimate, OpenEstimate } from "./estimate.ts";
import { refuseUnless, requireFinite } from "./refuse.ts";

/**
 * The mean with Student's t interval, in the unit of the values. One value alone has no limits; none has no mean (null).
 * Altman et al., Statistics with Confidence, 2nd ed. 2000, p. 28.
 */
export function meanInterval(
  values: readonly number[],
  { level = 0.95 }: Confidence = {},
): (OpenEstimate & { n: number }) | null {
  requireFinite(values, "The values of a mean");
  const n = values.length;
  const value = mean(values);
  if (value === undefined) return null;
  const sd = deviation(values);
  if (sd === undefined) return { n, value, lower: null, upper: null };
  return { n, ...meanIntervalOf({ n, mean: value, sd }, { level }) };
}

/** The same from how many values there are, their mean and their standard deviation; of two values or more. */
export function meanIntervalOf(
  { n, mean, sd }: { n: number; mean: number; sd: number },
  { level = 0.95 }: Confidence = {},
): Estimate {
  refuseUnless(n >= 2 && sd >= 0, "An interval needs two values or more and a standard deviation.");
  const margin = (tQuantile(1 - tail(level), n - 1) * sd) / Math.sqrt(n);
  return { value: mean, lower: mean - margin, upper: mean + margin };
}
