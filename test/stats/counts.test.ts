import { describe, expect, it } from "vitest";
import { byar } from "../../src/stats/byar.ts";
import { poissonExact } from "../../src/stats/poisson_exact.ts";
import { poissonInterval } from "../../src/stats/poisson_interval.ts";
import { rate } from "../../src/stats/rate.ts";
import { seededRandom } from "../../src/stats/seeded_random.ts";
import { about } from "./about.ts";

describe("poissonExact(count)", () => {
  // R 4.2.2: poisson.test(count)$conf.int
  it.each([
    [0, 0, 3.688879454],
    [1, 0.02531780798, 5.57164339094],
    [3, 0.6186721229, 8.7672730697],
    [5, 1.62348639, 11.66833208],
    [9, 4.115373097, 17.084803451],
    [20, 12.21651959, 30.8883779],
  ])("agrees with R on %i events", (count, lower, upper) => {
    expect(poissonExact(count)).toEqual(about({ lower, upper }, 7));
  });

  it("agrees with R up to 500 events, and refuses more", () => {
    expect(poissonExact(500)).toEqual(about({ lower: 457.1285768996, upper: 545.8092685652 }, 8));
    expect(() => poissonExact(501)).toThrow("kept for 500 events or fewer");
  });

  it("agrees with R at 99.8 %", () => {
    expect(poissonExact(5, { level: 0.998 })).toEqual(
      about({ lower: 0.7393717319, upper: 16.4547452037 }, 8),
    );
  });
});

describe("byar(count)", () => {
  it.each([
    [65, 0.95, 50.1632, 82.8491],
    [1045, 0.95, 982.5932, 1110.3312],
    [10, 0.998, 2.9163, 24.1937],
  ])("agrees with the published interval of %i events at level %f", (count, level, lower, upper) => {
    expect(byar(count, { level })).toEqual(about({ lower, upper }, 4));
  });

  it("stays within half a percent of the exact limits from 10 events on", () => {
    for (let count = 10; count <= 300; count++) {
      const exact = poissonExact(count);
      expect(Math.abs(byar(count).lower / exact.lower - 1)).toBeLessThan(0.005);
      expect(Math.abs(byar(count).upper / exact.upper - 1)).toBeLessThan(0.005);
    }
  });

  it("refuses fewer than 10 events", () => {
    expect(() => byar(9)).toThrow("10 events or more");
  });
});

describe("poissonInterval(count)", () => {
  it("is exact below 10 events and Byar's from 10 on", () => {
    expect(poissonInterval(9)).toEqual(poissonExact(9));
    expect(poissonInterval(10)).toEqual(byar(10));
  });

  it.each([-1, 2.5, Number.NaN, Number.POSITIVE_INFINITY])("refuses %f as a count", (count) => {
    expect(() => poissonInterval(count)).toThrow("must be a whole number of zero or more");
  });

  it.each([0, 1, 95, Number.NaN])("refuses a level of %f", (level) => {
    expect(() => poissonInterval(4, { level })).toThrow("A confidence level must lie between 0 and 1");
  });

  it("widens with the level and moves with the count", () => {
    for (let count = 0; count <= 60; count++) {
      const [narrow, wide, next] = [
        poissonInterval(count),
        poissonInterval(count, { level: 0.998 }),
        poissonInterval(count + 1),
      ];
      expect(wide.lower).toBeLessThanOrEqual(narrow.lower);
      expect(wide.upper).toBeGreaterThan(narrow.upper);
      expect(next.lower).toBeGreaterThan(narrow.lower);
      expect(next.upper).toBeGreaterThan(narrow.upper);
    }
  });

  it("covers the truth at least 95 % of the time in a simulation", () => {
    const random = seededRandom(1);
    const poisson = (mean: number) => {
      let [count, product] = [0, random()];
      for (; product > Math.exp(-mean); product *= random()) count++;
      return count;
    };
    for (const mean of [2, 8, 15]) {
      const draws = Array.from({ length: 4000 }, () => poissonInterval(poisson(mean)));
      const covered =
        draws.filter(({ lower, upper }) => lower <= mean && mean <= upper).length / draws.length;
      expect(covered).toBeGreaterThan(0.945);
    }
  });
});

describe("rate(events, exposure)", () => {
  it("agrees with the published rates per 100", () => {
    expect(rate(5, 100, { per: 100 })).toEqual(about({ value: 5, lower: 1.623486, upper: 11.668332 }, 6));
    expect(rate(20, 100, { per: 100 })).toEqual(about({ value: 20, lower: 12.211429, upper: 30.88988 }, 6));
  });

  it("agrees with R: poisson.test(7, T = 1250)", () => {
    expect(rate(7, 1250)).toEqual(
      about({ value: 0.0056, lower: 0.00225149044122, upper: 0.01153814028936 }, 13),
    );
  });

  it("has no value without exposure, and refuses an exposure below zero", () => {
    expect(rate(0, 0)).toBeNull();
    expect(() => rate(1, -4)).toThrow("An exposure must be a finite number of zero or more.");
  });
});
