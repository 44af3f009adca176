import { describe, expect, it } from "vitest";
import { funnelLimits } from "../../src/stats/funnel_limits.ts";
import { overdispersion } from "../../src/stats/overdispersion.ts";
import { poissonExact } from "../../src/stats/poisson_exact.ts";
import { ratioFunnelLimits } from "../../src/stats/ratio_funnel_limits.ts";
import { about } from "./about.ts";

const UNITS = [
  [18, 60],
  [40, 100],
  [25, 100],
  [60, 150],
  [10, 50],
  [75, 180],
  [30, 120],
  [22, 60],
  [50, 125],
  [12, 60],
].map(([numerator = 0, denominator = 0]) => ({ numerator, denominator }));

describe("funnelLimits(centre, n)", () => {
  it("agrees with the published limits around 0.30 for 100", () => {
    expect(funnelLimits({ overall: 0.3 }, 100)).toEqual(about({ lower: 0.2146, upper: 0.3931 }, 4));
    expect(funnelLimits({ overall: 0.3 }, 100, { level: 0.998 })).toEqual(
      about({ lower: 0.1701, upper: 0.4488 }, 4),
    );
  });

  it("narrows as units grow, is the mirror image for failures, and never leaves 0 to 1", () => {
    for (const overall of [0, 0.02, 0.3, 0.5, 0.97, 1])
      for (let n = 1; n <= 60; n++) {
        const limits = funnelLimits({ overall }, n, { level: 0.998 });
        const larger = funnelLimits({ overall }, n + 1, { level: 0.998 });
        const mirror = funnelLimits({ overall: 1 - overall }, n, { level: 0.998 });
        expect(limits?.lower).toBeGreaterThanOrEqual(0);
        expect(limits?.upper).toBeLessThanOrEqual(1);
        expect(limits?.lower).toBeLessThanOrEqual(larger?.lower ?? -1);
        expect(limits?.upper).toBeGreaterThanOrEqual(larger?.upper ?? 2);
        expect(limits?.lower).toBeCloseTo(1 - (mirror?.upper ?? 9), 12);
      }
  });

  it("has no limits for a unit that counts nobody", () => {
    expect(funnelLimits({ overall: 0.3 }, 0)).toBeNull();
  });

  it("refuses an overall proportion outside 0 to 1 and a negative variance", () => {
    expect(() => funnelLimits({ overall: 30 }, 10)).toThrow("must lie between 0 and 1");
    expect(() => funnelLimits({ overall: 0.3, tau2: -1 }, 10)).toThrow("The variance between units");
  });
});

describe("overdispersion(units)", () => {
  it("agrees with the worked example of ten units", () => {
    expect(overdispersion(UNITS)).toEqual(
      about(
        {
          overall: 0.340299,
          z: [-0.6694, 1.2374, -1.985, 1.5155, -2.2514, 2.1151, -2.1745, 0.4273, 1.3835, -2.4663],
          winsorisedAt: [-2.2729, 1.5755] as const,
          phi: 2.7758,
          tau2: 0.005285,
        },
        4,
      ),
    );
    expect(overdispersion(UNITS)?.tau2).toBeCloseTo(0.005285, 6);
  });

  it("widens the funnel as published", () => {
    const found = overdispersion(UNITS);
    if (found === null) throw new Error("ten units are enough");
    expect(funnelLimits(found, 100)).toEqual(about({ lower: 0.1891, upper: 0.5104 }, 4));
    expect(funnelLimits(found, 100, { level: 0.998 })).toEqual(about({ lower: 0.1177, upper: 0.6092 }, 4));
  });

  it("finds none where units differ by no more than chance", () => {
    const alike = Array.from({ length: 12 }, () => ({ numerator: 30, denominator: 100 }));
    expect(overdispersion(alike)).toMatchObject({ phi: 0, tau2: 0 });
  });

  it("leaves out units that count nobody, and is null with fewer than two others", () => {
    const nobody = { numerator: 0, denominator: 0 };
    expect(overdispersion([nobody, ...UNITS])).toEqual(overdispersion(UNITS));
    expect(overdispersion([nobody, { numerator: 1, denominator: 3 }])).toBeNull();
    expect(overdispersion([])).toBeNull();
  });
});

describe("ratioFunnelLimits(expected)", () => {
  // R 4.2.2: uniroot on qgamma(0.025, count) = expected and qgamma(0.975, count + 1) = expected.
  it.each([
    [2, 0, 2.82916753081],
    [10, 0.383361612156, 1.712715881697],
    [50, 0.722769552197, 1.296228075347],
    [500, 0.912309399603, 1.089585451178],
  ])("agrees with R for %i expected events", (expected, lower, upper) => {
    expect(ratioFunnelLimits(expected)).toEqual(about({ lower, upper }, 8));
  });

  it.each([
    [501, 0.912396982404, 1.089494085153],
    [5000, 0.97227709131, 1.02791234473],
  ])("agrees with R to five digits by Byar's limits for %i expected events", (expected, lower, upper) => {
    expect(ratioFunnelLimits(expected)).toEqual(about({ lower, upper }, 5));
  });

  it("leaves out exactly the counts whose exact interval leaves out the expected one", () => {
    for (const expected of [0.3, 1, 2.5, 7, 19.6, 44])
      for (let count = 0; count <= 80; count++) {
        const limits = ratioFunnelLimits(expected, { level: 0.998 });
        const interval = poissonExact(count, { level: 0.998 });
        const isOutside = count / expected < limits.lower || count / expected > limits.upper;
        expect(isOutside).toBe(interval.lower > expected || interval.upper < expected);
      }
  });

  it("refuses to expect nothing", () => {
    expect(() => ratioFunnelLimits(0)).toThrow("An expected count must be greater than zero.");
    expect(() => ratioFunnelLimits(Number.POSITIVE_INFINITY)).toThrow("An expected count");
  });
});
