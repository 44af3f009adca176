import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { refuseUnless } from "./refuse.ts";

/** The standard normal deviate that leaves (1 - level) / 2 in each tail: 1.959964 for 0.95, 3.090232 for 0.998. */
export function criticalZ(level: number): number {
  return normalQuantile(1 - tail(level), 0, 1);
}

/** The probability an interval leaves in each tail. */
export function tail(level: number): number {
  refuseUnless(level > 0 && level < 1, "A confidence level must lie between 0 and 1, such as 0.95.");
  return (1 - level) / 2;
}
