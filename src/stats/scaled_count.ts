import type { Confidence, Estimate } from "./estimate.ts";
import { poissonInterval } from "./poisson_interval.ts";

/** A count of events and its Poisson interval, times a scale: 1 / expected makes a ratio, 1 / exposure a rate. */
export function scaledCount(count: number, scale: number, options: Confidence = {}): Estimate {
  const { lower, upper } = poissonInterval(count, options);
  return { value: count * scale, lower: lower * scale, upper: upper * scale };
}
