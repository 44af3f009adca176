import { quantile, sum } from "d3";
import { refuseUnless } from "./refuse.ts";

/** What a model promised a person, 0 to 1, and what happened. */
export interface Prediction {
  expected: number;
  success: boolean;
}

/** One risk group: how many, and their observed and expected successes. */
export interface RiskGroup {
  n: number;
  observed: number;
  expected: number;
}

/**
 * Observed against expected successes by tenths of predicted risk, lowest first, to be looked at before adjusted figures
 * are believed. Cut at type-7 quantiles; equal predictions stay together, so there may be fewer than ten groups.
 * Hosmer and Lemeshow, Communications in Statistics A 1980; 9:1043-1069 (their test is left out: it rewards small samples).
 */
export function calibration(predictions: readonly Prediction[], groups = 10): RiskGroup[] {
  refuseUnless(
    Number.isInteger(groups) && groups > 0,
    "The number of risk groups must be a whole number above zero.",
  );
  requireProbabilities(predictions);
  const cuts = Array.from(
    { length: groups - 1 },
    (_, i) => quantile(predictions, (i + 1) / groups, (p) => p.expected) ?? 0,
  );
  const rank = ({ expected }: Prediction) => cuts.filter((cut) => expected > cut).length;
  const members = Array.from({ length: groups }, (_, g) =>
    predictions.filter((prediction) => rank(prediction) === g),
  );
  return members.filter((group) => group.length > 0).map(riskGroup);
}

/** The size, observed and expected successes of some predictions. */
export const riskGroup = (predictions: readonly Prediction[]): RiskGroup => ({
  n: predictions.length,
  observed: predictions.filter(({ success }) => success).length,
  expected: sum(predictions, ({ expected }) => expected),
});

/** Refuses an expected value that is no probability. */
function requireProbabilities(predictions: readonly Prediction[]): void {
  refuseUnless(
    predictions.every(({ expected }) => expected >= 0 && expected <= 1),
    "A predicted probability must lie between 0 and 1.",
  );
}
