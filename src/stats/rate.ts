import type { Confidence, Estimate } from "./estimate.ts";
import { requireCount, requireSize } from "./refuse.ts";
import { scaledCount } from "./scaled_count.ts";

/**
 * Events per `per` units of exposure (person-years, population, full-time equivalents), with the interval of the count.
 * Null where there is no exposure. PHEindicatormethods `phe_rate`.
 */
export function rate(
  events: number,
  exposure: number,
  { per = 1, ...confidence }: Confidence & { per?: number } = {},
): Estimate | null {
  requireCount(events, "A count of events");
  requireSize(exposure, "An exposure");
  return exposure === 0 ? null : scaledCount(events, per / exposure, confidence);
}
