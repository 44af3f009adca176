import chisquareCdf from "@stdlib/stats-base-dists-chisquare-cdf";
import { tail } from "./critical_z.ts";
import type { Confidence } from "./estimate.ts";
import { refuseUnless } from "./refuse.ts";
import type { Interval } from "./wilson.ts";

/**
 * The exact Poisson control limits of an observed-to-expected ratio (1 means as expected) for a unit with this many events
 * expected. A unit lies outside exactly when the exact interval of its observed count leaves out the expected one: the
 * limits turn `poissonExact` round, letting the count vary without steps so that the funnel is smooth.
 * Dover and Schopflocher, Population Health Metrics 2011; 9:58, and PHEindicatormethods, which inverts likewise.
 */
export function ratioFunnelLimits(expected: number, { level = 0.95 }: Confidence = {}): Interval {
  refuseUnless(Number.isFinite(expected) && expected > 0, "An expected count must be greater than zero.");
  const alpha = tail(level);
  const highest = bisect((count) => chisquareCdf(2 * expected, 2 * count) > alpha, expected);
  const lowest = bisect((count) => chisquareCdf(2 * expected, 2 * count + 2) > 1 - alpha, expected);
  return { lower: lowest / expected, upper: highest / expected };
}

/** The count at which a rule that holds for small counts stops holding; 0 where it never holds. */
function bisect(holds: (count: number) => boolean, start: number): number {
  let [low, high] = [0, start];
  while (holds(high)) high = 2 * high + 1;
  while (high - low > 1e-10 * (1 + high)) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
