import chisquareQuantile from "@stdlib/stats-base-dists-chisquare-quantile";
import { tail } from "./critical_z.ts";
import type { Confidence } from "./estimate.ts";
import { refuseUnless, requireCount } from "./refuse.ts";
import type { Interval } from "./wilson.ts";

/** The library's chi-square routines hold ten digits and more up to here, and lose them from some 900 events on. */
export const EXACT_MAXIMUM = 500;

/**
 * The exact interval of a Poisson count of up to 500, in events; larger counts are refused. The lower limit of no events is 0.
 * Garwood, Biometrika 1936; 28:437-442, by the chi-square distribution.
 */
export function poissonExact(count: number, { level = 0.95 }: Confidence = {}): Interval {
  requireCount(count, "A count of events");
  refuseUnless(
    count <= EXACT_MAXIMUM,
    "The exact Poisson interval is kept for 500 events or fewer; use Byar's method.",
  );
  const alpha = tail(level);
  return {
    lower: count === 0 ? 0 : chisquareQuantile(alpha, 2 * count) / 2,
    upper: chisquareQuantile(1 - alpha, 2 * count + 2) / 2,
  };
}
