import { ALL } from "../reference/cells.ts";
import type { Edition } from "../reference/disclosure_rules.ts";
import type { ImputedCohort } from "../reference/modelled.ts";
import { mint } from "./mint.ts";
import { nearestPeople } from "./nearest.ts";
import type { Policy } from "./policy.ts";
import type { Released, ReleasedCell, ReleasedImputed } from "./released.ts";

/**
 * Protects rates in which the missing were imputed, each beside the released cell of the programme over all time; where that is
 * hidden, or how many have no score, so is everything here. A rate and the ends of its interval are told as numbers of people
 * out of the rounded number eligible, or without a score, and rounded as counts are: each is a count of people and a sum of
 * probabilities of others, in which one person moves no more than in a count.
 */
export function protectImputed<E extends Edition>(
  cohorts: readonly ImputedCohort[],
  cells: Released<readonly ReleasedCell[], E>,
  policy: Policy<E>,
): Released<readonly ReleasedImputed[], E> {
  const wholes = cells.filter(
    ({ period_grain, clinic_id, stratum }) => period_grain === ALL && clinic_id === ALL && stratum === ALL,
  );
  return mint(
    cohorts.map(({ measure, instrument, window, imputations, ...told }): ReleasedImputed => {
      const key = { measure, instrument, window };
      const cell = wholes.find(
        (whole) => whole.measure === measure && whole.instrument === instrument && whole.window === window,
      );
      const { denominator: people, observed, numerator } = cell ?? NO_CELL;
      if (people === null || observed === null || numerator === null || people === 0)
        return { ...key, ...NOT_TOLD, imputations, status: "suppressed" };
      const share = (rate: number, of: number) => shareOf(rate, of, policy);
      const missing = people - observed;
      const ofMissing = (rate: number | null) =>
        rate === null || missing === 0 ? null : share(rate, missing);
      return {
        ...key,
        people,
        value: share(told.value, people),
        lower: share(told.lower, people),
        upper: share(told.upper, people),
        of_missing: ofMissing(told.of_missing),
        floor: told.floor,
        of_missing_at_floor: ofMissing(told.of_missing_at_floor),
        imputations,
        status: "shown",
      };
    }),
    policy,
  );
}

/** A rate as the rounded number of people that it is of so many. A rate that was told is its own. */
export const shareOf = (rate: number, of: number, policy: Policy): number =>
  Math.min(1, nearestPeople(rate * of, policy) / of);

const NO_CELL = { denominator: null, observed: null, numerator: null };

const NOT_TOLD = {
  people: null,
  value: null,
  lower: null,
  upper: null,
  of_missing: null,
  floor: null,
  of_missing_at_floor: null,
};
