import type { OpenEstimate } from "./estimate.ts";
import type { SurvivalCurve, SurvivalStep } from "./kaplan_meier.ts";

/** Products of fractions such as 5/6 x 3/5 miss one half by rounding; R's survfit allows as much. */
const TOLERANCE = 1e-9;

/**
 * The median time to the event: the smallest time at which half or fewer are without it; null where that is never reached.
 * Its limits are the times at which the curve's own limits reach one half, null where they do not.
 * Brookmeyer and Crowley, Biometrics 1982; 38:29-41. (R differs on one point: a curve lying exactly at one half is read at
 * the middle of that stretch, here at its start.)
 */
export function medianSurvival({ steps }: SurvivalCurve): OpenEstimate | null {
  const firstAtHalf = (height: (step: SurvivalStep) => number | null): number | null => {
    const isReached = (limit: number | null) => limit !== null && limit <= 0.5 + TOLERANCE;
    return steps.find((step) => isReached(height(step)))?.time ?? null;
  };
  const value = firstAtHalf((step) => step.survival);
  if (value === null) return null;
  return { value, lower: firstAtHalf((step) => step.lower), upper: firstAtHalf((step) => step.upper) };
}
