import chisquareCdf from "@stdlib/stats-base-dists-chisquare-cdf";
import { byarLimit } from "./byar.ts";
import { criticalZ, tail } from "./critical_z.ts";
import type { Confidence } from "./estimate.ts";
import { EXACT_MAXIMUM } from "./poisson_exact.ts";
import { refuseUnless } from "./refuse.ts";
import type { Interval } from "./wilson.ts";

/**
 * The Poisson control limits of an observed-to-expected ratio (1 means as expected) for a unit with this many events expected;
 * exact up to 500 events, Byar's beyond. A unit lies outside exactly when the interval of its observed count leaves out the
 * expected one: these limits turn that interval round, letting the count vary without steps so that the funnel is smooth.
 * Dover and Schopflocher, Population Health Metrics 2011; 9:58, and PHEindicatormethods, which inverts likewise.
 */
export function ratioFunnelLimits(expected: number, { level = 0.95 }: Confidence = {}): Interval {
  refuseUnless(Number.isFinite(expected) && expected > 0, "An expected count must be greater than zero.");
  const alpha = tail(level);
  const z = criticalZ(level);
  const isExact = expected <= EXACT_MAXIMUM;
  const fromBelow = (count: number) =>
    isExact ? chisquareCdf(2 * expected, 2 * count) > alpha : byarLimit(count, -z) < expected;
  const fromAbove = (count: number) =>
    isExact ? chisquareCdf(2 * expected, 2 * count + 2) > 1 - alpha : byarLimit(count + 1, z) < expected;
  return {
    lower: lastCount(fromAbove, expected) / expected,
    upper: lastCount(fromBelow, expected) / expected,
  };
}

/** The count at which a rule that holds for small counts stops holding; 0 where it never holds. */
function lastCount(holds: (count: number) => boolean, start: number): number {
  let [low, high] = [0, start];
  while (holds(high)) high = 2 * high + 1;
  while (high - low > 1e-10 * (1 + high)) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return low;
}
