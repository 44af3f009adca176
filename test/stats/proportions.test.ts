import { describe, expect, it } from "vitest";
import { missingFollowUp } from "../../src/stats/missing_follow_up.ts";
import { newcombeDifference } from "../../src/stats/newcombe_difference.ts";
import { proportion } from "../../src/stats/proportion.ts";
import { about } from "./about.ts";

const of = (numerator: number, denominator: number) => ({ numerator, denominator });

describe("proportion({ numerator, denominator })", () => {
  it("carries Wilson's interval", () => {
    expect(proportion(of(65, 100))).toEqual(about({ value: 0.65, lower: 0.552544, upper: 0.736358 }, 6));
    expect(proportion(of(65, 100), { level: 0.998 })).toEqual(
      about({ value: 0.65, lower: 0.495495, upper: 0.778354 }, 6),
    );
  });

  it("agrees with the published reliable recovery of NHS Talking Therapies, April 2025", () => {
    expect(proportion(of(26_457, 54_672))?.value).toBeCloseTo(0.48392, 5);
  });

  it("has no value where nobody is counted", () => {
    expect(proportion(of(0, 0))).toBeNull();
  });

  it("refuses a numerator above its denominator, and what is no count", () => {
    expect(() => proportion(of(3, 2))).toThrow("must not exceed its denominator");
    expect(() => proportion(of(-1, 2))).toThrow("A numerator must be a whole number of zero or more.");
    expect(() => proportion(of(1, Number.NaN))).toThrow(
      "A denominator must be a whole number of zero or more.",
    );
  });
});

describe("newcombeDifference(first, second)", () => {
  // Newcombe 1998, Table II, method 10; statsmodels 0.13.5: confint_proportions_2indep(..., method="newcomb", compare="diff")
  it.each([
    [of(56, 70), of(48, 80), 0.2, 0.05243147240236, 0.33387265403691],
    [of(9, 10), of(3, 10), 0.6, 0.1705227239345, 0.80901797353549],
    [of(5, 56), of(0, 29), 5 / 56, -0.03813714790354, 0.19256001385511],
    [of(10, 10), of(0, 20), 1, 0.67908603714191, 1],
  ])("agrees with Newcombe's paper and statsmodels", (first, second, value, lower, upper) => {
    expect(newcombeDifference(first, second)).toEqual(about({ value, lower, upper }, 12));
  });

  it("turns its sign with the order of the groups, and stays within -1 and 1", () => {
    for (const [a, b] of [
      [0, 7],
      [3, 4],
      [7, 0],
    ] as const) {
      const there = newcombeDifference(of(a, 7), of(b, 7));
      const back = newcombeDifference(of(b, 7), of(a, 7));
      expect(back).toEqual(
        about({ value: -(there?.value ?? 9), lower: -(there?.upper ?? 9), upper: -(there?.lower ?? 9) }, 12),
      );
      expect(there?.lower).toBeGreaterThanOrEqual(-1);
      expect(there?.upper).toBeLessThanOrEqual(1);
    }
  });

  it("covers the true difference about 95 % of the time, summed over every outcome of two groups of 20", () => {
    const binomial = (p: number) => {
      const chances = [(1 - p) ** 20];
      for (let x = 1; x <= 20; x++) chances.push(((chances[x - 1] ?? 0) * (21 - x) * p) / (x * (1 - p)));
      return chances;
    };
    for (const [p, q] of [
      [0.3, 0.5],
      [0.1, 0.15],
      [0.5, 0.9],
    ] as const) {
      let covered = 0;
      for (const [x, chanceOfX] of binomial(p).entries())
        for (const [y, chanceOfY] of binomial(q).entries()) {
          const { lower, upper } = newcombeDifference(of(x, 20), of(y, 20)) ?? { lower: 1, upper: -1 };
          if (lower <= p - q && p - q <= upper) covered += chanceOfX * chanceOfY;
        }
      expect(covered).toBeGreaterThan(0.93);
      expect(covered).toBeLessThan(0.99);
    }
  });

  it("has no value where either group is empty", () => {
    expect(newcombeDifference(of(0, 0), of(1, 2))).toBeNull();
    expect(newcombeDifference(of(1, 2), of(0, 0))).toBeNull();
  });
});

describe("missingFollowUp({ eligible, observed, successes })", () => {
  it("says all four for 200 eligible, 90 followed up and 45 successes", () => {
    // Intervals: statsmodels 0.13.5 proportion_confint(..., method="wilson")
    expect(missingFollowUp({ eligible: 200, observed: 90, successes: 45 })).toEqual(
      about(
        {
          followUp: { value: 0.45, lower: 0.382640684, upper: 0.5192438486 },
          observedCase: { value: 0.5, lower: 0.3988372282, upper: 0.6011627718 },
          nonResponder: { value: 0.225, lower: 0.1726236972, upper: 0.2877412324 },
          bounds: { worst: 0.225, best: 0.775 },
        },
        9,
      ),
    );
  });

  it("closes the bounds when everyone was followed up", () => {
    const { bounds, followUp, observedCase, nonResponder } = missingFollowUp({
      eligible: 40,
      observed: 40,
      successes: 13,
    });
    expect(bounds).toEqual({ worst: 13 / 40, best: 13 / 40 });
    expect(followUp?.value).toBe(1);
    expect(observedCase).toEqual(nonResponder);
  });

  it("bounds what the observed cases say, whatever the counts", () => {
    for (let eligible = 1; eligible <= 12; eligible++)
      for (let observed = 1; observed <= eligible; observed++)
        for (let successes = 0; successes <= observed; successes++) {
          const { bounds, observedCase } = missingFollowUp({ eligible, observed, successes });
          expect(bounds?.worst).toBeLessThanOrEqual(observedCase?.value ?? -1);
          expect(bounds?.best).toBeGreaterThanOrEqual((observedCase?.value ?? 2) - 1e-12);
        }
  });

  it("keeps no follow-up apart from nobody eligible", () => {
    expect(missingFollowUp({ eligible: 8, observed: 0, successes: 0 })).toMatchObject({
      followUp: { value: 0 },
      observedCase: null,
      nonResponder: { value: 0 },
      bounds: { worst: 0, best: 1 },
    });
    expect(missingFollowUp({ eligible: 0, observed: 0, successes: 0 })).toEqual({
      followUp: null,
      observedCase: null,
      nonResponder: null,
      bounds: null,
    });
  });

  it("refuses more followed up than eligible, and more successes than followed up", () => {
    expect(() => missingFollowUp({ eligible: 5, observed: 6, successes: 1 })).toThrow("who is not eligible");
    expect(() => missingFollowUp({ eligible: 5, observed: 2, successes: 3 })).toThrow(
      "must not exceed its denominator",
    );
  });
});
