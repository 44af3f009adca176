import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import { at } from "./at.ts";
import { backSubstitute } from "./cholesky.ts";
import type { Confidence } from "./estimate.ts";
import { type Case, type LogisticModel, logistic, predict, type Refusal } from "./logistic.ts";
import { expit, logit } from "./logit.ts";
import { refuseUnless } from "./refuse.ts";
import { type Pooled, rubin } from "./rubin.ts";
import { type Random, seededRandom } from "./seeded_random.ts";

/** One person who should have a follow-up score: covariates known at baseline, and success, null where there is no score. */
export interface FollowedUp {
  covariates: readonly number[];
  success: boolean | null;
}

/** `seed` makes the result reproducible. `delta` moves the log odds of the missing: below 0 they did worse than predicted. */
export interface ImputationOptions extends Confidence {
  seed: number;
  imputations?: number;
  delta?: number;
}

/** The success rate, 0 to 1, with Rubin's interval; the standard error is of its log odds. */
export type ImputedRate = Pooled;

/**
 * The success rate when those without follow-up are imputed from a logistic model of those with it: for each imputation the
 * coefficients are drawn from their approximate posterior, then each missing outcome from its probability; the rates are
 * pooled as log odds. Assumes that, given the covariates, the missing are like the rest (`delta` 0); `tippingPoint` tests that.
 * The rate, or why there is no model.
 * Rubin 1987, pp. 169-170; van Buuren, Flexible Imputation of Missing Data, 2nd ed. 2018, section 3.6.
 */
export function multipleImputation(
  people: readonly FollowedUp[],
  { seed, imputations = 20, delta = 0, level }: ImputationOptions,
): ImputedRate | { refused: Refusal } {
  refuseUnless(
    Number.isSafeInteger(imputations) && imputations >= 2,
    "Multiple imputation needs two imputations or more.",
  );
  refuseUnless(Number.isFinite(delta), "A delta must be a finite number.");
  const observed = people.filter((person): person is Case => person.success !== null);
  const missing = people.filter((person) => person.success === null);
  const model = logistic(observed);
  if ("refused" in model) return model;

  const random = seededRandom(seed);
  const successes = observed.filter(({ success }) => success).length;
  const completed = Array.from({ length: imputations }, () => {
    const drawn = drawCoefficients(model, random);
    const imputed = missing.filter(({ covariates }) => random() < predict(drawn, covariates, delta)).length;
    const rate = (successes + imputed) / people.length;
    return { value: logit(rate), variance: 1 / (people.length * rate * (1 - rate)) };
  });
  const pooled = rubin(completed, { level });
  return { ...pooled, value: expit(pooled.value), lower: expit(pooled.lower), upper: expit(pooled.upper) };
}

/** One draw from the multivariate normal around the estimates, with their covariance. */
function drawCoefficients({ coefficients, factor }: LogisticModel, random: Random): number[] {
  const deviates = coefficients.map(() => normalQuantile(random(), 0, 1));
  const departures = backSubstitute(factor, deviates);
  return coefficients.map((coefficient, i) => coefficient + at(departures, i));
}
