import type { Confidence, Estimate } from "./estimate.ts";
import { poissonInterval } from "./poisson_interval.ts";
import { requireSize } from "./refuse.ts";

/**
 * Events per `per` units of exposure (person-years, population, full-time equivalents), with the interval of the count.
 * Null where there is no exposure. PHEindicatormethods `phe_rate`.
 */
export function rate(
  events: number,
  exposure: number,
  { per = 1, ...confidence }: Confidence & { per?: number } = {},
): Estimate | null {
  requireSize(exposure, "An exposure");
  const { lower, upper } = poissonInterval(events, confidence);
  if (exposure === 0) return null;
  const scale = per / exposure;
  return { value: events * scale, lower: lower * scale, upper: upper * scale };
}
