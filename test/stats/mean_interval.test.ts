import { describe, expect, it } from "vitest";
import { meanInterval } from "../../src/stats/mean_interval.ts";
import { about } from "./about.ts";

describe("meanInterval(values)", () => {
  const changes = [12, 7, 9, 15, 3, 8, 11, 4];

  it("agrees with R: t.test(changes)", () => {
    expect(meanInterval(changes)).toEqual(
      about({ n: 8, value: 8.625, lower: 5.253040724, upper: 11.996959276 }, 8),
    );
    expect(meanInterval(changes, { level: 0.998 })).toEqual(
      about({ n: 8, value: 8.625, lower: 1.801166683, upper: 15.448833317 }, 8),
    );
  });

  it("has no width when all values are the same", () => {
    expect(meanInterval([4, 4, 4])).toEqual({ n: 3, value: 4, lower: 4, upper: 4 });
  });

  it("has no limits from one value, and no value from none", () => {
    expect(meanInterval([6])).toEqual({ n: 1, value: 6, lower: null, upper: null });
    expect(meanInterval([])).toBeNull();
  });

  it("refuses values that are not numbers", () => {
    expect(() => meanInterval([1, Number.NaN])).toThrow("The values of a mean must be finite numbers.");
  });
});
