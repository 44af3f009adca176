import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { mean, sum } from "d3";
import { at } from "./at.ts";
import { backSubstitute } from "./cholesky.ts";
import type { Confidence } from "./estimate.ts";
import {
  type Case,
  type LogisticModel,
  linearPredictor,
  logistic,
  peopleIn,
  type Refusal,
} from "./logistic.ts";
import { expit, logit } from "./logit.ts";
import { refuseUnless } from "./refuse.ts";
import { type Pooled, rubin } from "./rubin.ts";
import { type Random, seededRandom } from "./seeded_random.ts";

/** One person, or `people` alike, who should have a follow-up score: covariates, and success, null where there is no score. */
export interface FollowedUp {
  covariates: readonly number[];
  success: boolean | null;
  people?: number;
}

/** `seed` makes the result reproducible. */
export interface ImputationOptions extends Confidence {
  seed: number;
  imputations?: number;
}

/**
 * The success rate, 0 to 1, with Rubin's interval; the standard error is of its log odds. `ofMissing` is the mean rate
 * imputed for those without a score, null where there are none.
 */
export interface ImputedRate extends Pooled {
  ofMissing: number | null;
}

/** The rate when the log odds of the missing are moved by `delta`: below 0 they did worse than predicted. */
type Imputer = (delta?: number) => ImputedRate;

/**
 * The success rate when those without follow-up are imputed from a logistic model of those with it: for each imputation the
 * coefficients are drawn from their approximate posterior, then each missing outcome from its probability; the rates are
 * pooled as log odds. Assumes that, given the covariates, the missing are like the rest (`delta` 0); `tippingPoint` tests that.
 * The same random numbers serve every delta, so that only the assumption changes. Or why there is no model.
 * Rubin 1987, pp. 169-170; van Buuren, Flexible Imputation of Missing Data, 2nd ed. 2018, sections 3.6 and 3.8.
 */
export function multipleImputation(
  people: readonly FollowedUp[],
  options: ImputationOptions,
): Imputer | { refused: Refusal } {
  const observed = people.filter((person): person is Case => person.success !== null);
  const missing = people.filter((person) => person.success === null);
  const model = logistic(observed);
  if ("refused" in model) return model;
  const successes = peopleIn(observed.filter(({ success }) => success));
  return imputeParts([{ model, missing }], { people: peopleIn(observed), successes }, options);
}

/** Some of those without a score, and a model in whose covariates they are told: of people with one who are known as they are. */
export interface MissingPart {
  model: LogisticModel;
  missing: readonly Pick<FollowedUp, "covariates" | "people">[];
}

/**
 * The same where what is known of the missing differs, and so the model: each part of them is imputed from its own. `observed` are
 * those with a score, each counted once however many models they serve.
 */
export function imputeParts(
  parts: readonly MissingPart[],
  observed: { people: number; successes: number },
  { seed, imputations = 20, level }: ImputationOptions,
): Imputer {
  refuseUnless(
    Number.isSafeInteger(imputations) && imputations >= 2,
    "Multiple imputation needs two imputations or more.",
  );
  const missing = parts.flatMap((part) => part.missing);
  const lost = peopleIn(missing);
  const all = observed.people + lost;
  const random = seededRandom(seed);
  const predictors = Array.from({ length: imputations }, () =>
    parts.flatMap((part) => {
      const drawn = drawCoefficients(part.model, random);
      return part.missing.map(({ covariates }) => linearPredictor(drawn, covariates));
    }),
  );

  return (delta = 0) => {
    refuseUnless(Number.isFinite(delta), "A delta must be a finite number.");
    const draws = seededRandom(~seed >>> 0);
    const imputed = predictors.map((logOdds) =>
      sum(missing, ({ people = 1 }, i) => countBelow(expit(at(logOdds, i) + delta), people, draws)),
    );
    const completed = imputed.map((count) => {
      const rate = (observed.successes + count) / all;
      return { value: logit(rate), variance: 1 / (all * rate * (1 - rate)) };
    });
    const { value, lower, upper, ...pooled } = rubin(completed, { level });
    return {
      ...pooled,
      value: expit(value),
      lower: expit(lower),
      upper: expit(upper),
      ofMissing: lost === 0 ? null : (mean(imputed) ?? 0) / lost,
    };
  };
}

/** How many of so many draws fall below a probability: a binomial count. */
function countBelow(probability: number, times: number, random: Random): number {
  let count = 0;
  for (let i = 0; i < times; i++) if (random() < probability) count++;
  return count;
}

/** One draw from the multivariate normal around the estimates, with their covariance. */
function drawCoefficients({ coefficients, factor }: LogisticModel, random: Random): number[] {
  const deviates = coefficients.map(() => normalQuantile(random(), 0, 1));
  const departures = backSubstitute(factor, deviates);
  return coefficients.map((coefficient, i) => coefficient + at(departures, i));
}
