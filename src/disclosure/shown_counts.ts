import { GateError } from "../errors.ts";
import type { Policy } from "./policy.ts";
import { mayShow } from "./sanitise.ts";

/** Nested counts: numerator <= observed <= denominator. */
export interface Counts {
  denominator: number;
  observed: number;
  numerator: number;
}

/** Which counts of one row are published. */
export interface Shown {
  denominator: boolean;
  observed: boolean;
  numerator: boolean;
}

/** A row that shows none. */
export const NOTHING: Shown = { denominator: false, observed: false, numerator: false };

/** Which zeros are no secret: those of the counts themselves and those of the three differences between them. */
export interface OpenZeros {
  counts: boolean;
  notObserved: boolean;
  notMet: boolean;
  notSuccess: boolean;
}

/** Of a whole, which is part of no other cell, no zero is a secret. */
export const EVERY_ZERO: OpenZeros = { counts: true, notObserved: true, notMet: true, notSuccess: true };

/** For a part every zero is one: a clinic, a group, and a month of a longer whole too, since hidden months that cannot be zero bound each other. */
export const NO_ZERO: OpenZeros = { counts: false, notObserved: false, notMet: false, notSuccess: false };

/**
 * Decides from the whole to its parts: a count is published when it is safe itself and so is its difference from every
 * count already published. Going denominator, observed, numerator makes the first two alike in every measure of a
 * group of people, so that no measure gives away what another hides.
 */
export function shownCounts(counts: Counts, open: OpenZeros, policy: Policy): Shown {
  const { denominator, observed, numerator } = counts;
  if (!isNested(counts))
    throw new GateError(
      "a count is not a whole number within its whole; counts must be nested before they are protected",
    );
  const safe = (count: number, zeroIsOpen: boolean) => mayShow(count, zeroIsOpen, policy);
  const wholeShown = safe(denominator, open.counts);
  const observedShown =
    wholeShown && safe(observed, open.counts) && safe(denominator - observed, open.notObserved);
  const numeratorShown =
    wholeShown &&
    safe(numerator, open.counts) &&
    safe(denominator - numerator, open.notSuccess) &&
    (!observedShown || safe(observed - numerator, open.notMet));
  return { denominator: wholeShown, observed: observedShown, numerator: numeratorShown };
}

/**
 * The zeros that the row of a whole publishes: zero there is zero in every part, so no secret.
 * That keeps a measure readable whose numerator is the observed count by definition.
 */
export function publishedZeros(counts: Counts, policy: Policy): OpenZeros {
  const shown = shownCounts(counts, EVERY_ZERO, policy);
  return {
    counts: counts.denominator === 0,
    notObserved: shown.denominator && shown.observed && counts.observed === counts.denominator,
    notMet: shown.observed && shown.numerator && counts.numerator === counts.observed,
    notSuccess: shown.denominator && shown.numerator && counts.numerator === counts.denominator,
  };
}

const isNested = ({ denominator, observed, numerator }: Counts): boolean =>
  [denominator, observed, numerator].every(Number.isSafeInteger) &&
  0 <= numerator &&
  numerator <= observed &&
  observed <= denominator;
