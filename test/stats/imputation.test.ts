import { zip } from "d3";
import { describe, expect, it } from "vitest";
import { type FollowedUp, multipleImputation } from "../../src/stats/multiple_imputation.ts";
import { rubin } from "../../src/stats/rubin.ts";
import { seededRandom } from "../../src/stats/seeded_random.ts";
import { tippingPoint } from "../../src/stats/tipping_point.ts";
import { about } from "./about.ts";

const NONE = null;
const BASELINES = [
  12, 15, 9, 22, 18, 11, 14, 20, 16, 10, 13, 19, 24, 17, 8, 21, 12, 15, 18, 10, 14, 23, 16, 11, 19, 13, 17,
  20, 9, 22, 12, 16, 14, 18, 11, 25, 15, 10, 21, 13,
];
const SUCCESSES = [
  1,
  1,
  1,
  0,
  0,
  1,
  0,
  0,
  1,
  1,
  1,
  0,
  NONE,
  NONE,
  1,
  0,
  NONE,
  0,
  NONE,
  1,
  1,
  NONE,
  NONE,
  1,
  0,
  NONE,
  NONE,
  NONE,
  1,
  NONE,
  0,
  NONE,
  1,
  NONE,
  1,
  NONE,
  0,
  NONE,
  NONE,
  0,
];
const PEOPLE: FollowedUp[] = BASELINES.map((baseline, i) => ({
  covariates: [baseline],
  success: SUCCESSES[i] == null ? null : SUCCESSES[i] === 1,
}));

function imputer(people: readonly FollowedUp[], options: Parameters<typeof multipleImputation>[1]) {
  const impute = multipleImputation(people, options);
  if ("refused" in impute) throw new Error(impute.refused);
  return impute;
}

const imputed = (
  people: readonly FollowedUp[],
  { delta, ...options }: Parameters<typeof multipleImputation>[1] & { delta?: number },
) => imputer(people, options)(delta);

describe("rubin(completed)", () => {
  it("agrees with mitools 2.4: MIcombine", () => {
    const completed = zip([-0.41, -0.35, -0.52, -0.38, -0.44], [0.021, 0.022, 0.0205, 0.0215, 0.021]);
    const pooled = rubin(completed.map(([value = 0, variance = 0]) => ({ value, variance })));
    expect(pooled).toMatchObject(
      about(
        { value: -0.42, standardError: 0.162172747402, lower: -0.741510231731, upper: -0.098489768269 },
        10,
      ),
    );
    expect(pooled.degreesOfFreedom).toBeCloseTo(106.372933487, 7);
  });

  it("adds nothing to imputations that agree: the limits are normal", () => {
    const pooled = rubin([1, 2, 3].map(() => ({ value: 0.5, variance: 0.04 })));
    expect(pooled).toEqual(
      about(
        {
          value: 0.5,
          lower: 0.5 - 1.959964 * 0.2,
          upper: 0.5 + 1.959964 * 0.2,
          standardError: 0.2,
          degreesOfFreedom: Number.POSITIVE_INFINITY,
          missingInformation: 0,
        },
        6,
      ),
    );
  });

  it("stays with the normal limits where they all but agree", () => {
    const pooled = rubin([0.5, 0.5 + 1e-12].map((value) => ({ value, variance: 0.04 })));
    expect(pooled.upper).toBeCloseTo(0.5 + 1.959964 * 0.2, 6);
  });

  it("refuses a single imputation, and a variance of 0", () => {
    expect(() => rubin([{ value: 1, variance: 1 }])).toThrow("Rubin's rules need two imputations or more.");
    expect(() => rubin([{ value: 1, variance: 0 }])).toThrow(
      "Variances to be pooled must be greater than zero.",
    );
    expect(() => rubin([{ value: Number.POSITIVE_INFINITY, variance: 1 }])).toThrow("Estimates to be pooled");
  });
});

describe("multipleImputation(people)", () => {
  // R 4.2.2: the same method with 200,000 imputations (glm, chol(vcov), rbinom, Rubin's rules on the logit).
  it("agrees with R, and with R where the missing did worse", () => {
    expect(imputed(PEOPLE, { seed: 1, imputations: 4000 })).toMatchObject(
      about(
        { value: 0.4475, lower: 0.2827, upper: 0.6247, standardError: 0.3676, missingInformation: 0.2455 },
        2,
      ),
    );
    expect(imputed(PEOPLE, { seed: 1, imputations: 4000, delta: -1 })).toMatchObject(
      about({ value: 0.4151, lower: 0.2629, upper: 0.5854, standardError: 0.351 }, 2),
    );
  });

  it("makes do with two imputations", () => {
    expect(imputed(PEOPLE, { seed: 1, imputations: 2 }).degreesOfFreedom).toBeGreaterThan(0);
  });

  it("gives the same figures for the same seed, and others for another", () => {
    const once = imputed(PEOPLE, { seed: 5 });
    expect(imputed(PEOPLE, { seed: 5 })).toEqual(once);
    expect(imputed(PEOPLE, { seed: 6 }).value).not.toBe(once.value);
  });

  it("is the observed rate with its normal interval on the log odds when nobody is missing", () => {
    const everyone = PEOPLE.filter(({ success }) => success !== null);
    expect(imputed(everyone, { seed: 1 })).toMatchObject({
      value: expect.closeTo(14 / 25, 12),
      missingInformation: 0,
    });
  });

  it("takes people alike in one row as it takes them one by one", () => {
    const [twice, rows] = [PEOPLE.flatMap((person) => [person, person]), PEOPLE].map((people, i) =>
      imputed(i === 0 ? people : people.map((person) => ({ ...person, people: 2 })), { seed: 4 }),
    );
    expect(rows).toEqual(about(twice, 12));
  });

  it("says how those without a score fared, on the mean of all imputations", () => {
    const { value, ofMissing } = imputed(PEOPLE, { seed: 1, imputations: 4000 });
    expect((14 + 15 * (ofMissing ?? 0)) / 40).toBeCloseTo(value, 2);
    expect(imputed(PEOPLE, { seed: 1, delta: -60 }).ofMissing).toBeCloseTo(0, 12);
    expect(
      imputed(
        PEOPLE.filter(({ success }) => success !== null),
        { seed: 1 },
      ).ofMissing,
    ).toBeNull();
  });

  it("comes to the bounds as delta goes out of reach", () => {
    expect(imputed(PEOPLE, { seed: 3, delta: -60 }).value).toBeCloseTo(14 / 40, 12);
    expect(imputed(PEOPLE, { seed: 3, delta: 60 }).value).toBeCloseTo(29 / 40, 12);
  });

  it("says why there is no model", () => {
    expect(multipleImputation([], { seed: 1 })).toEqual({ refused: "no_cases" });
    expect(multipleImputation([{ covariates: [1], success: null }], { seed: 1 })).toEqual({
      refused: "no_cases",
    });
  });

  it("refuses one imputation, and a delta or seed that is no number", () => {
    expect(() => multipleImputation(PEOPLE, { seed: 1, imputations: 1 })).toThrow("two imputations or more");
    expect(() => imputed(PEOPLE, { seed: 1, delta: Number.NaN })).toThrow("A delta must be a finite number.");
    expect(() => multipleImputation(PEOPLE, { seed: 0.5 })).toThrow("A seed must be a whole number");
  });

  it("covers the truth where the sicker are missing more often and the observed rate does not, in a simulation", () => {
    const random = seededRandom(12);
    const chance = (logOdds: number) => random() < 1 / (1 + Math.exp(-logOdds));
    let [covered, observedTotal, rateTotal, truthTotal] = [0, 0, 0, 0];
    const rounds = 300;
    for (let round = 0; round < rounds; round++) {
      const people = Array.from({ length: 300 }, () => {
        const severity = random() * 4 - 2;
        const success = chance(-0.2 - severity);
        return { severity, success, isMissing: chance(1.2 * severity) };
      });
      const followedUp = people.map(({ severity, success, isMissing }) => ({
        covariates: [severity],
        success: isMissing ? null : success,
      }));
      const seen = people.filter(({ isMissing }) => !isMissing);
      const { value, lower, upper } = imputed(followedUp, { seed: round, imputations: 10 });
      covered += Number(lower <= TRUTH && TRUTH <= upper);
      observedTotal += seen.filter(({ success }) => success).length / seen.length;
      rateTotal += value;
      truthTotal += people.filter(({ success }) => success).length / people.length;
    }
    expect(truthTotal / rounds).toBeCloseTo(TRUTH, 2);
    expect(rateTotal / rounds).toBeCloseTo(TRUTH, 2);
    expect(observedTotal / rounds).toBeGreaterThan(TRUTH + 0.08);
    expect(covered / rounds).toBeGreaterThan(0.92);
  });
});

/** The mean of 1 / (1 + exp(0.2 + s)) over s from -2 to 2: (log(1 + exp(-0.2 + 2)) - log(1 + exp(-0.2 - 2))) / 4. */
const TRUTH = (Math.log1p(Math.exp(1.8)) - Math.log1p(Math.exp(-2.2))) / 4;

describe("tippingPoint(people, { target })", () => {
  const impute = imputer(
    PEOPLE.map((person) => ({ ...person, people: 8 })),
    { seed: 2 },
  );

  it("moves the missing step by step until the rate no longer lies above the target", () => {
    const result = tippingPoint(impute, { target: 0.36, step: 0.5 });
    expect(result.steps[0]).toMatchObject({ delta: 0, verdict: "above" });
    expect(result.steps.at(-1)).toMatchObject({ delta: result.tipsAt, verdict: "unclear" });
    expect(result.tipsAt).toBeLessThan(0);
    const values = result.steps.map(({ rate }) => rate.value);
    expect(values).toEqual(values.toSorted((a, b) => b - a));
  });

  it("moves them the other way where the rate lies below", () => {
    const result = tippingPoint(impute, { target: 0.56 });
    expect(result.steps[0]?.verdict).toBe("below");
    expect(result.tipsAt).toBeGreaterThan(0);
  });

  it("tips at the first step that turns the verdict round altogether", () => {
    const result = tippingPoint(impute, { target: 0.56, step: 40, furthest: 40 });
    expect(result).toMatchObject({ tipsAt: 40, steps: [{ verdict: "below" }, { verdict: "above" }] });
  });

  it("does not tip where no assumption can change the verdict, or there is none to change", () => {
    expect(tippingPoint(impute, { target: 0.2, step: 2, furthest: 4 })).toMatchObject({
      tipsAt: null,
      steps: [{ delta: 0 }, { delta: -2 }, { delta: -4 }],
    });
    expect(tippingPoint(impute, { target: 0.45 })).toMatchObject({
      tipsAt: null,
      steps: [{ verdict: "unclear" }],
    });
  });

  it("refuses a target that is no rate, and steps that lead nowhere", () => {
    for (const target of [0, 1, 50])
      expect(() => tippingPoint(impute, { target })).toThrow("A target rate must lie between 0 and 1.");
    expect(() => tippingPoint(impute, { target: 0.5, step: 0 })).toThrow("Deltas need a step above zero");
    expect(() => tippingPoint(impute, { target: 0.5, furthest: 0.1 })).toThrow("an end no nearer than it");
  });
});
