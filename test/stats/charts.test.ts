import { describe, expect, it } from "vitest";
import { gChart } from "../../src/stats/g_chart.ts";
import { pChart } from "../../src/stats/p_chart.ts";
import { pPrimeChart } from "../../src/stats/p_prime_chart.ts";
import { seededRandom } from "../../src/stats/seeded_random.ts";
import { tChart } from "../../src/stats/t_chart.ts";
import { uChart } from "../../src/stats/u_chart.ts";
import { about } from "./about.ts";

const of = (numerator: number, denominator: number) => ({ numerator, denominator });
const MONTHS = [of(12, 40), of(15, 52), of(9, 38), of(22, 61), of(18, 45), of(30, 70)];

describe("pChart(periods)", () => {
  it("agrees with the published limits around 0.40 for 25, 50 and 100", () => {
    const limits = pChart([of(10, 25), of(20, 50), of(40, 100)]).map((point) => point.limits);
    expect(limits).toMatchObject(
      about(
        [
          { centre: 0.4, lower: 0.1061, upper: 0.6939 },
          { centre: 0.4, lower: 0.1922, upper: 0.6078 },
          { centre: 0.4, lower: 0.253, upper: 0.547 },
        ],
        4,
      ),
    );
  });

  it("agrees with qicharts2's p-chart", () => {
    // Its formulas run in R 4.2.2.
    const limits = pChart(MONTHS).map((point) => point.limits);
    expect(limits[0]).toMatchObject(
      about({ centre: 0.3464052288, lower: 0.1207020046, upper: 0.5721084529 }, 9),
    );
    expect(limits[5]).toMatchObject(about({ lower: 0.1757896284, upper: 0.5170208291 }, 9));
  });

  it("leaves a gap where nobody is counted", () => {
    const [, gap, after] = pChart([of(1, 4), of(0, 0), of(3, 4)]);
    expect(gap).toMatchObject({ value: null, limits: null, cause: null });
    expect(after).toMatchObject({ value: 0.75, limits: { centre: 0.5 } });
    expect(pChart([of(0, 0)])).toMatchObject([{ value: null, limits: null }]);
    expect(pChart([])).toEqual([]);
  });

  it("keeps its limits within 0 and 1, and on the centre where all succeed", () => {
    const random = seededRandom(2);
    for (let round = 0; round < 200; round++) {
      const periods = Array.from({ length: 8 }, () => Math.floor(random() * 9)).map((n) =>
        of(Math.floor(random() * (n + 1)), n),
      );
      for (const { limits } of pChart(periods)) {
        if (limits === null) continue;
        const { lower, nearLower, centre, nearUpper, upper } = limits;
        const inOrder = [0, lower, nearLower, centre, nearUpper, upper, 1];
        expect(inOrder.toSorted((a, b) => a - b)).toEqual(inOrder);
      }
    }
    expect(pChart([of(3, 3), of(5, 5)])[0]).toMatchObject({
      limits: { lower: 1, centre: 1, upper: 1 },
      cause: null,
    });
  });

  it("sees failures as the mirror of successes", () => {
    const failures = MONTHS.map(({ numerator, denominator }) => of(denominator - numerator, denominator));
    expect(pChart(failures)[3]?.limits?.upper).toBeCloseTo(1 - (pChart(MONTHS)[3]?.limits?.lower ?? 0), 12);
  });

  it("refuses more successes than people", () => {
    expect(() => pChart([of(3, 2)])).toThrow("must not exceed its denominator");
  });
});

describe("pPrimeChart(periods)", () => {
  it("agrees with qicharts2's p'-chart", () => {
    // Its formulas run in R 4.2.2: sigma_z = 0.6501389115.
    const limits = pPrimeChart(MONTHS).map((point) => point.limits);
    expect(limits[0]).toMatchObject(
      about({ centre: 0.3464052288, lower: 0.1996667803, upper: 0.4931436773 }, 9),
    );
    expect(limits[5]).toMatchObject(about({ lower: 0.235481388, upper: 0.4573290695 }, 9));
  });

  it("is wider than the p-chart where months differ by more than chance", () => {
    const months = [of(100, 1000), of(300, 1000), of(80, 1000), of(320, 1000)];
    expect(pPrimeChart(months)[0]?.limits?.upper).toBeGreaterThan(pChart(months)[0]?.limits?.upper ?? 1);
  });

  it("has no limits without two consecutive periods, and none where nobody is counted", () => {
    expect(pPrimeChart([of(1, 4), of(0, 0), of(2, 4)]).map(({ limits }) => limits)).toEqual([
      null,
      null,
      null,
    ]);
    const [, , gap] = pPrimeChart([of(1, 4), of(2, 4), of(0, 0)]);
    expect(gap).toMatchObject({ value: null, limits: null });
  });

  it("puts its limits on the centre where nobody or everybody succeeds", () => {
    expect(pPrimeChart([of(0, 4), of(0, 9)])[1]?.limits).toMatchObject({ lower: 0, centre: 0, upper: 0 });
  });
});

describe("uChart(periods)", () => {
  const periods = [
    [3, 1.2],
    [1, 0.9],
    [4, 1.5],
    [0, 1.1],
    [6, 2],
    [2, 1],
  ].map(([events = 0, exposure = 0]) => ({ events, exposure }));

  it("agrees with qicharts2's u-chart", () => {
    // Its formulas run in R 4.2.2.
    const limits = uChart(periods).map((point) => point.limits);
    expect(limits[0]).toMatchObject(about({ centre: 2.077922078, lower: 0, upper: 6.025632248 }, 8));
    expect(limits[4]?.upper).toBeCloseTo(5.135805227, 8);
  });

  it("leaves a gap where there is no exposure", () => {
    expect(uChart([{ events: 0, exposure: 0 }, ...periods])[0]).toMatchObject({ value: null, limits: null });
    expect(uChart([{ events: 0, exposure: 0 }, ...periods])[1]).toEqual(uChart(periods)[0]);
  });

  it("refuses events without exposure", () => {
    expect(() => uChart([{ events: 1, exposure: 0 }])).toThrow(
      "Events cannot happen where there is no exposure.",
    );
    expect(() => uChart([{ events: 1, exposure: -2 }])).toThrow(
      "The exposure of a period must be a finite number",
    );
  });
});

describe("gChart(casesBetween)", () => {
  const cases = [12, 3, 25, 7, 0, 18, 41, 9, 15, 6];

  it("agrees with qicharts2's g-chart", () => {
    // Its formulas run in R 4.2.2.
    expect(gChart(cases)[0]?.limits).toMatchObject(about({ centre: 10.5, lower: 0, upper: 55.87339589 }, 8));
  });

  it("finds too long a gap between events", () => {
    expect(gChart([...cases, 90], { baselinePoints: 10 }).at(-1)?.cause).toBe("outside");
  });

  it("has no points without events, and refuses what is no count of cases", () => {
    expect(gChart([])).toEqual([]);
    expect(() => gChart([2.5])).toThrow("The cases between two events must be a whole number");
  });
});

describe("tChart(timesBetween)", () => {
  it("agrees with qicharts2's t-chart, which takes 3 / 1.128 where the XmR chart takes 2.66", () => {
    // Its formulas run in R 4.2.2, without screening.
    const [point] = tChart([30, 25, 41, 28, 33, 36, 29, 38], { screenOutliers: false });
    expect(point?.limits?.centre).toBeCloseTo(32.21040739, 8);
    expect(point?.limits?.lower).toBeCloseTo(15.12280852, 1);
    expect(point?.limits?.upper).toBeCloseTo(60.14822237, 1);
    const [varied] = tChart([12.5, 3, 25, 7, 0.5, 18, 41, 9, 15, 6], { screenOutliers: false });
    expect(varied?.limits?.centre).toBeCloseTo(10.09253276, 8);
    expect(varied?.limits?.lower).toBe(0);
  });

  it("shows the times themselves", () => {
    expect(tChart([30, 25, 41]).map(({ value }) => value)).toEqual([30, 25, 41]);
  });

  it("has no limits from one time, and refuses two events at once", () => {
    expect(tChart([4])).toMatchObject([{ value: 4, limits: null }]);
    expect(() => tChart([4, 0])).toThrow("The time between two events must be greater than zero.");
  });
});
