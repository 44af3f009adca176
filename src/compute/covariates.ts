import { greatest, rollup, sum } from "d3";
import type { Alike, Staged } from "./read_cohort.ts";

/** What people are told apart by as categories. */
const FACTORS = ["age_band", "sex", "payer"] as const;

/** A category has a term of its own when this many people are in it, and this many each who met the measure and did not. */
const FEWEST = { people: 20, met: 5, notMet: 5 } as const;

/**
 * Turns people into covariates known at baseline: score, age band, sex, payer, and whether it is their first episode. The
 * largest category of each is what the others are compared with; a category too small to tell anything of joins it, so that
 * a model always has an estimate where it can. Judged by the rows that the model is fitted on.
 */
export function atBaseline(fitted: readonly Alike[]): (one: Alike) => number[] {
  const terms = FACTORS.flatMap((factor) => termsOf(fitted, factor).map((level) => ({ factor, level })));
  const hasLater = isSupported(fitted.filter(({ is_first_episode }) => !is_first_episode));
  return (one) => [
    one.baseline,
    ...(hasLater ? [Number(!one.is_first_episode)] : []),
    ...terms.map(({ factor, level }) => Number(one[factor] === level)),
  ];
}

/** The same, and the score of the stage in which people are known; all are known in one. */
export function atStage(fitted: readonly Staged[]): (one: Staged) => number[] {
  const known = atBaseline(fitted);
  return (one) => [...known(one), ...(one.score === null ? [] : [one.score])];
}

function termsOf(fitted: readonly Alike[], factor: (typeof FACTORS)[number]): string[] {
  const byLevel = rollup(
    fitted,
    (own) => ({ people: sum(own, ({ people }) => people), isSupported: isSupported(own) }),
    (one) => one[factor],
  );
  const largest = greatest(byLevel, ([, { people }]) => people)?.[0];
  return [...byLevel]
    .filter(([level, own]) => level !== largest && own.isSupported)
    .map(([level]) => level)
    .sort();
}

function isSupported(own: readonly Alike[]): boolean {
  const people = sum(own, (one) => one.people);
  const met = sum(own, (one) => (one.is_met ? one.people : 0));
  return people >= FEWEST.people && met >= FEWEST.met && people - met >= FEWEST.notMet;
}
