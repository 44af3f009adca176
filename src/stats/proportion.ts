import { criticalZ } from "./critical_z.ts";
import type { Confidence, Estimate } from "./estimate.ts";
import { refuseUnless, requireCount } from "./refuse.ts";
import { wilson } from "./wilson.ts";

/** How many of how many. */
export interface Proportion {
  numerator: number;
  denominator: number;
}

/** Refuses a proportion that counts more than everyone. */
export function requireProportion({ numerator, denominator }: Proportion): void {
  requireCount(numerator, "A numerator");
  requireCount(denominator, "A denominator");
  refuseUnless(numerator <= denominator, "The numerator of a proportion must not exceed its denominator.");
}

/** The proportion with Wilson's interval, 0 to 1; null where the denominator is 0. */
export function proportion(
  { numerator, denominator }: Proportion,
  { level = 0.95 }: Confidence = {},
): Estimate | null {
  requireProportion({ numerator, denominator });
  const interval = wilson(numerator, denominator, criticalZ(level));
  return interval && { value: numerator / denominator, ...interval };
}
