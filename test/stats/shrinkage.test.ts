import { describe, expect, it } from "vitest";
import { empiricalBayes } from "../../src/stats/empirical_bayes.ts";
import { seededRandom } from "../../src/stats/seeded_random.ts";
import { about } from "./about.ts";

const of = (numerator: number, denominator: number) => ({ numerator, denominator });
const GROUPS = [of(2, 10), of(9, 20), of(4, 25), of(15, 30), of(1, 12), of(7, 15)];

describe("empiricalBayes(groups)", () => {
  it("agrees with Kleinman's formula and qbeta in R", () => {
    const result = empiricalBayes(GROUPS);
    expect(result?.overall).toBeCloseTo(0.339285714286, 12);
    expect(result?.correlation).toBeCloseTo(0.100355556478, 12);
    expect(result?.groups.map(({ value, lower, upper }) => [value, lower, upper])).toEqual(
      about(
        [
          [0.265840488846, 0.0986071692316, 0.479641003176],
          [0.415733791694, 0.2462211367638, 0.59627591167],
          [0.207320468905, 0.0907638834083, 0.356393750539],
          [0.463024498809, 0.3111202636404, 0.61852715659],
          [0.192780037143, 0.0585867394114, 0.381975812176],
          [0.419016511034, 0.2337991673533, 0.6170438006],
        ],
        8,
      ),
    );
  });

  it("draws every group towards the whole, the small ones further", () => {
    const { overall, groups } = empiricalBayes(GROUPS) ?? { overall: 0, groups: [] };
    for (const [i, { value, weight }] of groups.entries()) {
      const { numerator, denominator } = GROUPS[i] ?? of(0, 1);
      expect(value).toBeCloseTo(weight * (numerator / denominator) + (1 - weight) * overall, 12);
    }
    expect(groups[3]?.weight).toBeGreaterThan(groups[0]?.weight ?? 1);
  });

  it("is the whole for every group, without limits, where they differ by no more than chance", () => {
    expect(empiricalBayes([of(3, 10), of(6, 20)])).toEqual({
      overall: 0.3,
      correlation: 0,
      groups: [0, 1].map(() => ({ value: 0.3, lower: null, upper: null, weight: 0 })),
    });
    expect(empiricalBayes([of(0, 10), of(0, 20)])).toMatchObject({ overall: 0, correlation: 0 });
    expect(empiricalBayes([of(1, 1), of(0, 1), of(1, 1)])).toMatchObject({ correlation: 0 });
  });

  it("leaves groups as they are where they could not differ more", () => {
    const { correlation, groups } = empiricalBayes([of(20, 20), of(0, 20)]) ?? { correlation: 0, groups: [] };
    expect(correlation).toBe(0.999);
    expect(groups.map(({ value }) => value)).toEqual(about([1, 0], 3));
  });

  it("gives a group that counts nobody the prior", () => {
    const nobody = empiricalBayes([...GROUPS, of(0, 0)])?.groups.at(-1);
    expect(nobody?.value).toBeCloseTo(0.339285714286, 12);
    expect(nobody?.weight).toBe(0);
    expect(nobody?.upper).toBeGreaterThan(0.5);
  });

  it("is null with fewer than two groups that count anyone", () => {
    expect(empiricalBayes([of(1, 3), of(0, 0)])).toBeNull();
    expect(empiricalBayes([])).toBeNull();
  });

  /** Mean squared error against the raw proportions', and how often the limits hold the truth, over many random programmes. */
  function simulate(groups: number, size: number) {
    const random = seededRandom(9);
    let [raw, shrunk, covered, limited] = [0, 0, 0, 0];
    for (let round = 0; round < 6000 / groups; round++) {
      const truths = Array.from({ length: groups }, () => 0.25 + 0.3 * random());
      const counts = truths.map((truth) =>
        of(Array.from({ length: size }, random).filter((u) => u < truth).length, size),
      );
      for (const [i, { value, lower, upper }] of (empiricalBayes(counts)?.groups ?? []).entries()) {
        const truth = truths[i] ?? 0;
        raw += ((counts[i]?.numerator ?? 0) / size - truth) ** 2;
        shrunk += (value - truth) ** 2;
        if (lower === null || upper === null) continue;
        limited += 1;
        covered += Number(lower <= truth && truth <= upper);
      }
    }
    return { gain: shrunk / raw, coverage: covered / limited };
  }

  it("comes nearer the truth than the raw proportions in a simulation of thirty groups of fifteen", () => {
    const { gain, coverage } = simulate(30, 15);
    expect(gain).toBeLessThan(0.6);
    expect(coverage).toBeCloseTo(0.87, 2);
  });

  it("covers the truth as promised where there are many groups of a fair size", () => {
    expect(simulate(150, 60).coverage).toBeGreaterThan(0.94);
  });
});
