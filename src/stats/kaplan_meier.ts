import { max } from "d3";
import { criticalZ } from "./critical_z.ts";
import type { Confidence } from "./estimate.ts";
import { eventTimes, requireTimes, riskAt, type TimeToEvent } from "./risk_set.ts";

/** The curve just after an event time. Standard error and limits are null once the curve is at 0. */
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
  const z = criticalZ(level);
  let survival = 1;
  let greenwood = 0;
  const steps = eventTimes(subjects).map((time) => {
    const { atRisk, events } = riskAt(subjects, time);
    survival *= (atRisk - events) / atRisk;
    greenwood += events / (atRisk * (atRisk - events));
    return { time, atRisk, events, survival, ...precision(survival, greenwood, z) };
  });
  return { n: subjects.length, lastTime: max(subjects, (subject) => subject.time) ?? null, steps };
}

function precision(survival: number, greenwood: number, z: number) {
  if (survival === 0) return { standardError: null, lower: null, upper: null };
  const margin = (z * Math.sqrt(greenwood)) / -Math.log(survival);
  return {
    standardError: survival * Math.sqrt(greenwood),
    lower: survival ** Math.exp(margin),
    upper: survival ** Math.exp(-margin),
  };
}
