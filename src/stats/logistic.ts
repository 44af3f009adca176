import { sum } from "d3";
import { at } from "./at.ts";
import { cholesky, choleskyInverse, choleskySolve, dot } from "./cholesky.ts";
import { expit, logit } from "./logit.ts";
import { refuseUnless, requireFinite } from "./refuse.ts";

/** One person, or `people` alike: the covariates of a model (numbers; categories as 0 and 1) and whether the outcome happened. */
export interface Case {
  covariates: readonly number[];
  success: boolean;
  people?: number;
}

/**
 * A fitted model; the intercept comes first, then one entry per covariate. `factor` is the Cholesky factor of the information
 * matrix, whose inverse is the covariance of the coefficients. `fitted` probabilities follow the order of the cases.
 */
export interface LogisticModel {
  coefficients: number[];
  standardErrors: number[];
  factor: number[][];
  fitted: number[];
}

/**
 * Why there is no model: nobody to fit it on, everyone with the same outcome, a covariate that repeats others, or no finite
 * estimate, because the covariates separate the successes from the rest (Albert and Anderson, Biometrika 1984; 71:1-10).
 */
export type Refusal = "no_cases" | "one_outcome" | "collinear" | "no_finite_estimate";

const MAXIMUM_ITERATIONS = 25;

/** Converged once no linear predictor moves by more than this; that does not depend on the units of the covariates. */
const TOLERANCE = 1e-8;

/**
 * Logistic regression by iteratively reweighted least squares, with an intercept; the model, or why there is none.
 * McCullagh and Nelder, Generalized Linear Models, 2nd ed. 1989, section 4.4.
 */
export function logistic(cases: readonly Case[]): LogisticModel | { refused: Refusal } {
  const width = cases[0]?.covariates.length;
  refuseUnless(
    cases.every(({ covariates }) => covariates.length === width),
    "Every case needs the same covariates.",
  );
  for (const { covariates } of cases) requireFinite(covariates, "Covariates");
  const people = peopleIn(cases);
  const successes = peopleIn(cases.filter(({ success }) => success));
  if (people === 0) return { refused: "no_cases" };
  if (successes === 0 || successes === people) return { refused: "one_outcome" };

  const design = cases.map(({ covariates }) => [1, ...covariates]);
  let coefficients = [logit(successes / people), ...Array.from({ length: width ?? 0 }, () => 0)];
  for (let iteration = 1; iteration <= MAXIMUM_ITERATIONS; iteration++) {
    const fitted = design.map((row) => expit(dot(row, coefficients)));
    const { score, information } = slopes(cases, design, fitted);
    const factor = cholesky(information);
    if (factor === null) return { refused: iteration === 1 ? "collinear" : "no_finite_estimate" };
    const step = choleskySolve(factor, score);
    coefficients = coefficients.map((coefficient, i) => coefficient + at(step, i));
    if (design.every((row) => Math.abs(dot(row, step)) < TOLERANCE)) {
      const standardErrors = choleskyInverse(factor).map((row, i) => Math.sqrt(at(row, i)));
      return { coefficients, standardErrors, factor, fitted };
    }
  }
  return { refused: "no_finite_estimate" };
}

/**
 * The gradient X'(y - p) of the log likelihood and Fisher's information X'WX, where W holds each case's binomial variance; of that
 * the lower triangle. Case by case, without lists of their own: a large programme has some hundred thousand.
 */
function slopes(cases: readonly Case[], design: readonly number[][], fitted: readonly number[]) {
  const score = (design[0] ?? []).map(() => 0);
  const information = score.map((_, i) => new Array<number>(i + 1).fill(0));
  for (const [place, row] of design.entries()) {
    const { success, people = 1 } = at(cases, place);
    const chance = at(fitted, place);
    const residual = people * (Number(success) - chance);
    const weight = people * chance * (1 - chance);
    for (let i = 0; i < row.length; i++) {
      const x = at(row, i);
      if (x === 0) continue;
      score[i] = at(score, i) + x * residual;
      const entries = at(information, i);
      for (let j = 0; j <= i; j++) entries[j] = at(entries, j) + x * (at(row, j) * weight);
    }
  }
  return { score, information };
}

/** How many people stand behind some rows. */
export const peopleIn = (rows: readonly { people?: number }[]): number =>
  sum(rows, ({ people = 1 }) => people);

/** The log odds that a model gives to someone with these covariates; the intercept comes first. */
export function linearPredictor(coefficients: readonly number[], covariates: readonly number[]): number {
  let logOdds = at(coefficients, 0);
  for (let i = 0; i < covariates.length; i++) logOdds += at(covariates, i) * at(coefficients, i + 1);
  return logOdds;
}

/** The probability a model gives to someone with these covariates. */
export function predict(coefficients: readonly number[], covariates: readonly number[], shift = 0): number {
  refuseUnless(
    covariates.length + 1 === coefficients.length,
    "A prediction needs the covariates of its model.",
  );
  return expit(linearPredictor(coefficients, covariates) + shift);
}
