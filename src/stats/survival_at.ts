import type { OpenEstimate } from "./estimate.ts";
import type { SurvivalCurve } from "./kaplan_meier.ts";

/**
 * The share still without the event at a time, read from the step at or before it. Before the first event it is 1, without
 * limits. Null after the end of observation, unless the curve has come down to 0 and can only stay there.
 */
export function survivalAt({ lastTime, steps }: SurvivalCurve, time: number): OpenEstimate | null {
  const step = steps.findLast((candidate) => candidate.time <= time);
  const isObserved = lastTime !== null && time <= lastTime;
  if (!isObserved && step?.survival !== 0) return null;
  return step
    ? { value: step.survival, lower: step.lower, upper: step.upper }
    : { value: 1, lower: null, upper: null };
}
