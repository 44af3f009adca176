import { describe, expect, it } from "vitest";
import { meanMovingRange } from "../../src/stats/moving_range.ts";
import { xmr } from "../../src/stats/xmr.ts";
import { about } from "./about.ts";

const limitsOf = (values: (number | null)[], options = {}) => xmr(values, options).at(-1)?.limits;

describe("xmr(values)", () => {
  // The series of NHSRplotthedots' own test of outlier screening.
  const withOutlier = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

  it("agrees with NHSRplotthedots with outliers screened", () => {
    expect(limitsOf(withOutlier)).toMatchObject(about({ centre: 1.9444, lower: -0.7156, upper: 4.6044 }, 4));
  });

  it("agrees with NHSRplotthedots with none screened", () => {
    expect(limitsOf(withOutlier, { screenOutliers: false })).toMatchObject(
      about({ centre: 1.9444, lower: -3.0626, upper: 6.9515 }, 4),
    );
  });

  it("draws near limits at two thirds of the limits", () => {
    expect(limitsOf([0, 3, 0, 3], { screenOutliers: false })).toEqual(
      about({ centre: 1.5, lower: -6.48, upper: 9.48, nearLower: -3.82, nearUpper: 6.82 }, 10),
    );
  });

  it("finds the special causes that NHSRplotthedots' rules find", () => {
    // Recorded from its special-cause functions run in R 4.2.2, with outliers screened.
    const points = xmr([17, 21, 19, 19, 19, 22, 24, 25, 23, 26, 24, 25, 24, 27, 28, 29, 25]);
    expect(points[0]?.limits).toMatchObject(
      about({ centre: 23.352941, lower: 18.365441, upper: 28.340441 }, 6),
    );
    const near = "two_of_three";
    expect(points.map(({ cause }) => cause)).toEqual(
      ["outside", null, near, near, near, null, null, null, null].concat(
        ["shift", "shift", "shift", "shift"],
        [near, near],
        ["outside", "shift"],
      ),
    );
  });

  it("fixes its limits by the first points when told to", () => {
    const values = [4, 6, 4, 6, 30, 31, 30];
    expect(limitsOf(values, { baselinePoints: 4 })).toEqual(limitsOf(values.slice(0, 4)));
    expect(limitsOf(values, { baselinePoints: 2 })).toEqual(limitsOf([4, 6]));
  });

  it("starts afresh at each rebase, for limits and for runs", () => {
    const values = [4, 6, 4, 6, 14, 16, 14, 16];
    const points = xmr(values, { rebaseAt: [4] });
    expect(points.map(({ segment }) => segment)).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
    expect(points[0]?.limits?.centre).toBe(5);
    expect(points[4]?.limits?.centre).toBe(15);
    const climbing = [1, 2, 3, 4, 5, 6, 7, 8];
    expect(xmr(climbing).some(({ cause }) => cause === "trend")).toBe(true);
    expect(xmr(climbing, { rebaseAt: [4] }).some(({ cause }) => cause === "trend")).toBe(false);
  });

  it("calls limits from fewer than 12 points trial limits", () => {
    const values = [5, 6, 5, 6, 5, 6, 5, 6, 5, 6, 5, 6];
    expect(xmr(values)[0]?.isTrial).toBe(false);
    expect(xmr(values.slice(1))[0]?.isTrial).toBe(true);
    expect(xmr(values, { baselinePoints: 11 })[0]?.isTrial).toBe(true);
    expect(xmr([...values.slice(1), null])[0]?.isTrial).toBe(true);
  });

  it("keeps an empty month in its place: it sets no limit, and the limits run on through it", () => {
    const points = xmr([4, 6, null, 6, 4]);
    expect(points[2]).toMatchObject({ value: null, cause: null, limits: { centre: 5 } });
    expect(points[2]?.limits).toEqual(points[0]?.limits);
  });

  it("takes no moving range across an empty month", () => {
    expect(limitsOf([4, 6, null, 16, 14])).toMatchObject(about({ centre: 10, upper: 10 + 2.66 * 2 }, 10));
  });

  it("counts points, not empty months, towards the baseline", () => {
    expect(limitsOf([4, null, 6, 4, 6, 99], { baselinePoints: 4 })).toEqual(limitsOf([4, null, 6, 4, 6]));
  });

  it("has no limits without two consecutive values, and no points without values", () => {
    expect(xmr([3]).map(({ value, limits }) => [value, limits])).toEqual([[3, null]]);
    expect(xmr([3, null, 4]).every(({ limits, cause }) => limits === null && cause === null)).toBe(true);
    expect(xmr([null, null])[0]).toEqual({
      value: null,
      limits: null,
      cause: null,
      segment: 0,
      isTrial: true,
    });
    expect(xmr([])).toEqual([]);
  });

  it("puts its limits on the mean when nothing varies", () => {
    expect(limitsOf([7, 7, 7])).toEqual({ centre: 7, lower: 7, upper: 7, nearLower: 7, nearUpper: 7 });
  });

  it("shifts and stretches with its values", () => {
    const values = [12, 15, 9, 22, 18, 30, 11, 14, 13, 2];
    const plain = limitsOf(values);
    const moved = limitsOf(values.map((value) => 3 * value - 7));
    expect(moved?.upper).toBeCloseTo(3 * (plain?.upper ?? 0) - 7, 9);
    expect(moved?.lower).toBeCloseTo(3 * (plain?.lower ?? 0) - 7, 9);
  });

  it("refuses values that are not numbers, a rebase outside the series and a baseline of one point", () => {
    expect(() => xmr([1, Number.NaN])).toThrow("The values of a chart must be finite numbers.");
    for (const index of [0, 2, 1.5])
      expect(() => xmr([1, 2], { rebaseAt: [index] })).toThrow("A rebase must fall on");
    for (const baselinePoints of [1, 2.5, Number.NaN])
      expect(() => xmr([1, 2], { baselinePoints })).toThrow("a baseline of two whole points or more");
  });
});

describe("meanMovingRange(values)", () => {
  it("screens out once only, so a second outlier that then shows itself stays", () => {
    const values = [0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 8, 0, 1, 0, 100];
    expect(meanMovingRange(values, { screen: true })).toBe(2);
  });

  it("is undefined without two consecutive values", () => {
    expect(meanMovingRange([1, null, 2], { screen: true })).toBeUndefined();
  });
});
