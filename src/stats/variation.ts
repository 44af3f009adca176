import type { ControlPoint } from "./control_chart.ts";

/** Which way is better; `neutral` where neither is. */
export type Direction = "increase" | "decrease" | "neutral";

/** What a point says: chance alone (`common`), or a special cause that is good, bad, or merely high or low. */
export type Variation = "common" | "improvement" | "concern" | "high" | "low";

/**
 * Whether a point's special cause is an improvement, by its side of the centre line; null for an empty period.
 * A point of a trend that lies on the centre itself is not yet an improvement (neutral: low), as in NHSRplotthedots.
 */
export function variation({ value, limits, cause }: ControlPoint, direction: Direction): Variation | null {
  if (value === null) return null;
  if (cause === null || limits === null) return "common";
  const side = Math.sign(value - limits.centre);
  if (direction === "neutral") return side > 0 ? "high" : "low";
  return side === (direction === "increase" ? 1 : -1) ? "improvement" : "concern";
}
