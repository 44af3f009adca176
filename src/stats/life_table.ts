import type { Confidence } from "./estimate.ts";
import { productLimit, type SurvivalCurve } from "./kaplan_meier.ts";
import { refuseUnless } from "./refuse.ts";

/** One stretch of time: how many entered it at risk, and how many of them had the event or were censored within it. */
export interface LifeInterval {
  end: number;
  atRisk: number;
  events: number;
  censored: number;
}

/**
 * The Kaplan-Meier product over stretches of time instead of event times, a step at the end of each: who is censored within
 * one counts as half at risk in it. For counts that are known at a few times only. It ends where nobody is left to enter.
 * Cutler and Ederer, Journal of Chronic Diseases 1958; 8:699-712, with Greenwood's standard errors and log-log limits.
 */
export function lifeTable(
  intervals: readonly LifeInterval[],
  { level = 0.95 }: Confidence = {},
): SurvivalCurve {
  refuseUnless(
    intervals.every(
      ({ atRisk, events, censored }) => events >= 0 && censored >= 0 && events + censored <= atRisk,
    ),
    "No more people can leave an interval than have entered it.",
  );
  const entered = intervals.filter(({ atRisk }) => atRisk > 0);
  const risks = entered.map(({ end, atRisk, events, censored }) => ({
    time: end,
    atRisk: atRisk - censored / 2,
    events,
  }));
  return {
    n: entered[0]?.atRisk ?? 0,
    lastTime: entered.at(-1)?.end ?? null,
    steps: productLimit(risks, level),
  };
}
