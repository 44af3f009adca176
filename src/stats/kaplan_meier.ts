import { max } from "d3";
import { criticalZ } from "./critical_z.ts";
import type { Confidence } from "./estimate.ts";
import { eventTimes, headcount, requireTimes, riskAt, type TimeToEvent } from "./risk_set.ts";

/** The curve just after an event time. Standard error and limits are null where the curve is at 1 or 0. */
export interface SurvivalStep {
  time: number;
  atRisk: number;
  events: number;
  survival: number;
  standardError: number | null;
  lower: number | null;
  upper: number | null;
}

/** The share still without the event, a step at each event time; `lastTime` ends the observation (null: no subjects). */
export interface SurvivalCurve {
  n: number;
  lastTime: number | null;
  steps: readonly SurvivalStep[];
}

/**
 * The Kaplan-Meier curve with Greenwood's standard errors and log-log limits, which stay within 0 to 1.
 * A subject censored at the time of an event is still at risk then. The response curve is 1 minus this one.
 * Kaplan and Meier, JASA 1958; 53:457-481; Kalbfleisch and Prentice 1980 for the limits (`conf.type = "log-log"` in R).
 */
export function kaplanMeier(
  subjects: readonly TimeToEvent[],
  { level = 0.95 }: Confidence = {},
): SurvivalCurve {
  requireTimes(subjects);
  const risks = eventTimes(subjects).map((time) => ({ time, ...riskAt(subjects, time) }));
  return {
    n: headcount(subjects),
    lastTime: max(subjects, (subject) => subject.time) ?? null,
    steps: productLimit(risks, level),
  };
}

/** Multiplies the shares that pass each time without the event; `atRisk` may be a fraction, as in a life table. */
export function productLimit(
  risks: readonly { time: number; atRisk: number; events: number }[],
  level: number,
): SurvivalStep[] {
  const z = criticalZ(level);
  let survival = 1;
  let greenwood = 0;
  return risks.map(({ time, atRisk, events }) => {
    survival *= (atRisk - events) / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    return { time, atRisk, events, survival, ...precision(survival, greenwood, z) };
  });
}

function precision(survival: number, greenwood: number, z: number) {
  if (survival === 1 || survival === 0) return { standardError: null, lower: null, upper: null };
  const margin = (z * Math.sqrt(greenwood)) / -Math.log(survival);
  return {
    standardError: survival * Math.sqrt(greenwood),
    lower: survival ** Math.exp(margin),
    upper: survival ** Math.exp(-margin),
  };
}
