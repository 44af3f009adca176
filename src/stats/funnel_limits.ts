import { criticalZ } from "./critical_z.ts";
import type { Confidence } from "./estimate.ts";
import { refuseUnless, requireCount, requireSize } from "./refuse.ts";
import type { Interval } from "./wilson.ts";

/** Where the units of a funnel are expected to lie, whatever their size. */
export interface FunnelCentre {
  /** The proportion of all units together, 0 to 1. */
  overall: number;
  /** Variance between units on the arcsine scale, from `overdispersion`; 0 for chance alone. */
  tau2?: number;
}

/**
 * The control limits of a funnel plot of proportions for a unit with `n` in its denominator, 0 to 1; null where `n` is 0.
 * On the arcsine square-root scale, where the standard error of a proportion is 1 / (2 sqrt n) whatever its size.
 * Spiegelhalter, Statistics in Medicine 2005; 24:1185-1202; FunnelPlotR.
 */
export function funnelLimits(
  { overall, tau2 = 0 }: FunnelCentre,
  n: number,
  { level = 0.95 }: Confidence = {},
): Interval | null {
  requireCount(n, "A denominator");
  requireSize(tau2, "The variance between units");
  refuseUnless(overall >= 0 && overall <= 1, "The overall proportion must lie between 0 and 1.");
  const z = criticalZ(level);
  if (n === 0) return null;
  const margin = z * Math.sqrt(1 / (4 * n) + tau2);
  const angle = Math.asin(Math.sqrt(overall));
  return {
    lower: Math.sin(Math.max(0, angle - margin)) ** 2,
    upper: Math.sin(Math.min(Math.PI / 2, angle + margin)) ** 2,
  };
}
