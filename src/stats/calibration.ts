import { bisectRight, cumsum, sum } from "d3";
import { at } from "./at.ts";
import { peopleIn } from "./logistic.ts";
import { refuseUnless } from "./refuse.ts";

/** What a model promised a person, or each of `people` alike, 0 to 1, and what happened. */
export interface Prediction {
  expected: number;
  success: boolean;
  people?: number;
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
  const quantile = quantilesOf(predictions);
  const cuts = Array.from({ length: predictions.length > 0 ? groups - 1 : 0 }, (_, i) =>
    quantile((i + 1) / groups),
  );
  const rank = ({ expected }: Prediction) => cuts.filter((cut) => expected > cut).length;
  const members = Array.from({ length: groups }, (_, g) =>
    predictions.filter((prediction) => rank(prediction) === g),
  );
  return members.filter((group) => group.length > 0).map(riskGroup);
}

/** The size, observed and expected successes of some predictions. */
export const riskGroup = (predictions: readonly Prediction[]): RiskGroup => ({
  n: peopleIn(predictions),
  observed: peopleIn(predictions.filter(({ success }) => success)),
  expected: sum(predictions, ({ expected, people = 1 }) => people * expected),
});

/** Type-7 quantiles of what people were promised, as if each stood in a row of their own. */
function quantilesOf(predictions: readonly Prediction[]): (share: number) => number {
  const sorted = predictions.toSorted((a, b) => a.expected - b.expected);
  const upTo = cumsum(sorted, ({ people = 1 }) => people);
  const ofPerson = (rank: number) =>
    at(sorted, Math.min(bisectRight(upTo, rank), sorted.length - 1)).expected;
  return (share) => {
    const place = (peopleIn(sorted) - 1) * share;
    const below = ofPerson(Math.floor(place));
    return below + (ofPerson(Math.floor(place) + 1) - below) * (place - Math.floor(place));
  };
}

/** Refuses an expected value that is no probability. */
function requireProbabilities(predictions: readonly Prediction[]): void {
  refuseUnless(
    predictions.every(({ expected }) => expected >= 0 && expected <= 1),
    "A predicted probability must lie between 0 and 1.",
  );
}
