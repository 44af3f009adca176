import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { deviation, mean } from "d3";
import { tail } from "./critical_z.ts";
import type { Confidence, OpenEstimate } from "./estimate.ts";
import { requireFinite } from "./refuse.ts";

/**
 * The mean with Student's t interval, in the unit of the values. One value alone has no limits; none has no mean (null).
 * Altman et al., Statistics with Confidence, 2nd ed. 2000, p. 28.
 */
export function meanInterval(
  values: readonly number[],
  { level = 0.95 }: Confidence = {},
): (OpenEstimate & { n: number }) | null {
  requireFinite(values, "The values of a mean");
  const t = 1 - tail(level);
  const n = values.length;
  const value = mean(values);
  if (value === undefined) return null;
  const spread = deviation(values);
  if (spread === undefined) return { n, value, lower: null, upper: null };
  const margin = (tQuantile(t, n - 1) * spread) / Math.sqrt(n);
  return { n, value, lower: value - margin, upper: value + margin };
}
