import { describe, expect, it } from "vitest";
import { AGE_BANDS } from "../../src/reference/strata.ts";
import { PARAMETERS, parameterValues } from "../../src/synthetic/given/parameters.ts";
import { POPULATION } from "../../src/synthetic/given/people.ts";
import { PLACES } from "../../src/synthetic/given/places.ts";
import { NORMAL_QUANTILES } from "../../src/synthetic/normal_quantiles.ts";
import { allChoices } from "../../src/synthetic/write_given.ts";

const total = (shares: readonly number[]) => shares.reduce((sum, share) => sum + share, 0);

describe("the model's numbers", () => {
  it("are whole, with a unit and a source that says published, fitted or assumed", () => {
    expect(Object.keys(PARAMETERS).length).toBeGreaterThan(50);
    for (const { value, unit, source } of Object.values(PARAMETERS)) {
      expect(Number.isInteger(value)).toBe(true);
      expect(unit.length).toBeGreaterThan(3);
      expect(source.length).toBeGreaterThan(6);
    }
  });

  it("can be replaced one by one, and stay as they are otherwise", () => {
    const values = parameterValues({ improving_share: 0 });
    expect(values.improving_share).toBe(0);
    expect(values.early_share).toBe(PARAMETERS.early_share.value);
  });

  it("draw each list of categories from a whole thousand", () => {
    const lists = Object.entries(allChoices());
    expect(lists.map(([list]) => list)).toEqual(
      expect.arrayContaining(["sex", "primary_care", "specialty_mh"]),
    );
    for (const [, choices] of lists) expect(total(Object.values(choices))).toBe(1000);
  });

  it("name every place once and start adulthood where the reports do", () => {
    expect(new Set(PLACES).size).toBe(50);
    expect(AGE_BANDS.map(({ age_from }) => age_from)).toContain(POPULATION[0].age_from);
  });

  it("hold a standard normal distribution in 1,024 equally likely values", () => {
    expect(NORMAL_QUANTILES).toHaveLength(1024);
    expect(total(NORMAL_QUANTILES)).toBe(0);
    expect(NORMAL_QUANTILES.every((z, i) => i === 0 || z >= (NORMAL_QUANTILES[i - 1] ?? Infinity))).toBe(
      true,
    );
    const variance = total(NORMAL_QUANTILES.map((z) => z * z)) / 1024 / 1e6;
    expect(variance).toBeGreaterThan(0.99);
    expect(variance).toBeLessThan(1);
    // 68.27 % and 95.45 % lie within one and two standard deviations.
    expect(NORMAL_QUANTILES.filter((z) => Math.abs(z) <= 1000).length / 1024).toBeCloseTo(0.6827, 2);
    expect(NORMAL_QUANTILES.filter((z) => Math.abs(z) <= 2000).length / 1024).toBeCloseTo(0.9545, 2);
  });
});
