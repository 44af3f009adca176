import chisquareQuantile from "@stdlib/stats-base-dists-chisquare-quantile";
import { tail } from "./critical_z.ts";
import type { Confidence } from "./estimate.ts";
import { requireCount } from "./refuse.ts";
import type { Interval } from "./wilson.ts";

/**
 * The exact interval of a Poisson count, in events. The lower limit of no events is 0.
 * Garwood, Biometrika 1936; 28:437-442, by the chi-square distribution.
 */
export function poissonExact(count: number, { level = 0.95 }: Confidence = {}): Interval {
  requireCount(count, "A count of events");
  const alpha = tail(level);
  return {
    lower: count === 0 ? 0 : chisquareQuantile(alpha, 2 * count) / 2,
    upper: chisquareQuantile(1 - alpha, 2 * count + 2) / 2,
  };
}
