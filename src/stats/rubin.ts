import tQuantile from "@stdlib/stats-base-dists-t-quantile";
import { mean, variance } from "d3";
import { criticalZ, tail } from "./critical_z.ts";
import type { Confidence, Estimate } from "./estimate.ts";
import { refuseUnless, requireFinite } from "./refuse.ts";

/** What one completed data set says: an estimate and its variance, on a scale where estimates are near normal. */
export interface Completed {
  value: number;
  variance: number;
}

/** The pooled estimate. `missingInformation` is the share of its variance that is owed to what is missing (lambda). */
export interface Pooled extends Estimate {
  standardError: number;
  degreesOfFreedom: number;
  missingInformation: number;
}

/** With more degrees of freedom than this the t quantile is the normal one to nine digits (and its routine soon gives way). */
const NORMAL = 1e9;

/**
 * Rubin's rules: pools the estimates of two or more completed data sets, on their own scale. Where they all agree the degrees
 * of freedom are infinite and the limits normal. Rubin, Multiple Imputation for Nonresponse in Surveys, 1987, section 3.3.
 */
export function rubin(completed: readonly Completed[], { level = 0.95 }: Confidence = {}): Pooled {
  const values = completed.map((each) => each.value);
  requireFinite(values, "Estimates to be pooled");
  refuseUnless(
    completed.every((each) => Number.isFinite(each.variance) && each.variance > 0),
    "Variances to be pooled must be greater than zero.",
  );
  const value = mean(values);
  const spread = variance(values);
  const within = mean(completed, (each) => each.variance);
  if (value === undefined || spread === undefined || within === undefined)
    throw new Error("Rubin's rules need two imputations or more.");
  const between = (1 + 1 / completed.length) * spread;
  const total = within + between;
  const degreesOfFreedom = (completed.length - 1) * (total / between) ** 2;
  const t = degreesOfFreedom > NORMAL ? criticalZ(level) : tQuantile(1 - tail(level), degreesOfFreedom);
  const standardError = Math.sqrt(total);
  return {
    value,
    lower: value - t * standardError,
    upper: value + t * standardError,
    standardError,
    degreesOfFreedom,
    missingInformation: between / total,
  };
}
