import type { ControlPoint } from "./control_chart.ts";
import { refuseUnless } from "./refuse.ts";
import type { Direction } from "./variation.ts";

/** Whether a process, left as it is, will meet its target: always, never, or sometimes by chance. */
export type Assurance = "pass" | "fail" | "inconsistent";

/**
 * Judges a target by the limits of the latest point that has any. Null without limits, and where no direction is better.
 * A target on a limit is within reach of chance. NHS England, Making Data Count, as in NHSRplotthedots.
 */
export function assurance(
  points: readonly ControlPoint[],
  target: number,
  direction: Direction,
): Assurance | null {
  refuseUnless(Number.isFinite(target), "A target must be a finite number.");
  const limits = points.findLast((point) => point.limits !== null)?.limits;
  if (!limits || direction === "neutral") return null;
  if (target > limits.upper) return direction === "increase" ? "fail" : "pass";
  if (target < limits.lower) return direction === "increase" ? "pass" : "fail";
  return "inconsistent";
}
