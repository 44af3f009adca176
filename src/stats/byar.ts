import { criticalZ } from "./critical_z.ts";
import type { Confidence } from "./estimate.ts";
import { refuseUnless, requireCount } from "./refuse.ts";
import type { Interval } from "./wilson.ts";

/** Below this count Byar's limits drift from the exact ones and may turn negative. */
export const BYAR_MINIMUM = 10;

/**
 * Byar's approximate interval of a Poisson count of at least 10, in events; smaller counts are refused.
 * Breslow and Day, Statistical Methods in Cancer Research II, IARC 1987, p. 69.
 */
export function byar(count: number, { level = 0.95 }: Confidence = {}): Interval {
  requireCount(count, "A count of events");
  refuseUnless(
    count >= BYAR_MINIMUM,
    "Byar's method needs 10 events or more; use the exact Poisson interval.",
  );
  const z = criticalZ(level);
  return { lower: byarLimit(count, -z), upper: byarLimit(count + 1, z) };
}

/** Half the chi-square quantile with 2x degrees of freedom at the normal deviate z, as Wilson and Hilferty approximate it. */
export const byarLimit = (x: number, z: number): number =>
  x * (1 - 1 / (9 * x) + z / (3 * Math.sqrt(x))) ** 3;
