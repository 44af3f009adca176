import { describe, expect, it } from "vitest";
import { wilson, Z_95 } from "../../src/stats/wilson.ts";

describe("wilson(successes, n)", () => {
  it.each([
    [65, 100, 0.552544, 0.736358],
    [1045, 5000, 0.197955, 0.220491],
    [1, 100, 0.001767, 0.054486],
    [20, 100, 0.133367, 0.288829],
    [5, 100, 0.021544, 0.11175],
  ])("agrees with the published interval of %i out of %i", (successes, n, lower, upper) => {
    expect(wilson(successes, n)?.lower).toBeCloseTo(lower, 6);
    expect(wilson(successes, n)?.upper).toBeCloseTo(upper, 6);
  });

  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])("agrees with Newcombe's example %i out of %i", (successes, n, lower, upper) => {
    expect(wilson(successes, n)?.lower).toBeCloseTo(lower, 4);
    expect(wilson(successes, n)?.upper).toBeCloseTo(upper, 4);
  });

  it("agrees with the worked example of 45 responders among 90 seen and 200 eligible", () => {
    expect(wilson(45, 90)?.lower).toBeCloseTo(0.399, 3);
    expect(wilson(45, 90)?.upper).toBeCloseTo(0.601, 3);
    expect(wilson(45, 200)?.lower).toBeCloseTo(0.173, 3);
    expect(wilson(45, 200)?.upper).toBeCloseTo(0.288, 3);
  });

  it("takes another confidence level as its normal quantile", () => {
    const interval = wilson(65, 100, 3.090232306167813);
    expect(interval?.lower).toBeCloseTo(0.495495, 6);
    expect(interval?.upper).toBeCloseTo(0.778354, 6);
  });

  it("stays within 0 and 1, and touches them where nobody or everybody succeeds", () => {
    for (let n = 1; n <= 300; n++) {
      expect(wilson(0, n)?.lower).toBe(0);
      expect(wilson(n, n)?.upper).toBe(1);
    }
  });

  it("is the mirror image for failures", () => {
    const { lower, upper } = wilson(7, 30) ?? { lower: Number.NaN, upper: Number.NaN };
    expect(wilson(23, 30)?.lower).toBeCloseTo(1 - upper, 12);
    expect(wilson(23, 30)?.upper).toBeCloseTo(1 - lower, 12);
  });

  it("has no interval without anybody", () => {
    expect(wilson(0, 0)).toBeNull();
  });

  it("refuses more successes than people, fewer than none, and what is not a number", () => {
    expect(() => wilson(3, 2)).toThrow("3 successes out of 2");
    expect(() => wilson(-1, 2)).toThrow(RangeError);
    expect(() => wilson(Number.NaN, 2)).toThrow(RangeError);
  });

  it("is for 95 % unless told otherwise", () => {
    expect(wilson(5, 100)).toEqual(wilson(5, 100, Z_95));
  });
});
