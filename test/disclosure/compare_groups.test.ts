import { describe, expect, it } from "vitest";
import { compareGroups } from "../../src/disclosure/compare_groups.ts";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import type { CountCell } from "../../src/reference/cells.ts";
import { newcombeDifference } from "../../src/stats/newcombe_difference.ts";
import { byRuleAlone, cell } from "./build.ts";

const REMISSION = { measure: "remission", window: "6m" };
const of = (level: string, numerator: number, denominator: number): CountCell =>
  cell({ ...REMISSION, stratum: "language", level, denominator, observed: numerator, numerator });

const LANGUAGES = [
  of("English", 352, 1264),
  of("Spanish", 39, 206),
  of("Other", 14, 66),
  of("unknown", 0, 0),
];
const WHOLE = cell({ ...REMISSION, denominator: 1536, observed: 405, numerator: 405 });

const compare = (cells: readonly CountCell[]) => compareGroups(byRuleAlone(cells).cells, PUBLIC);

describe("compareGroups(cells)", () => {
  const rows = compare([WHOLE, ...LANGUAGES]);
  const [english, spanish, other] = rows;

  it("says in patients how far a group is behind everyone else, from rounded counts alone", () => {
    // statsmodels 0.13.5: confint_proportions_2indep(40, 205, 365, 1330, method="newcomb")
    expect(spanish?.difference).toBeCloseTo(-0.07931413900605172, 12);
    expect(spanish?.difference_lower).toBeCloseTo(-0.13363745299109636, 12);
    expect(spanish?.difference_upper).toBeCloseTo(-0.015275290652297671, 12);
    expect(spanish).toMatchObject({ people: 205, value: 40 / 205, others: 365 / 1330, finding: "fewer" });
    expect(spanish?.more_needed).toBeCloseTo(205 * 0.07931413900605172, 10);
    expect(spanish?.more_needed_lower).toBeCloseTo(205 * 0.015275290652297671, 10);
    expect(spanish?.more_needed_upper).toBeCloseTo(205 * 0.13363745299109636, 10);
    expect((40 + (spanish?.more_needed ?? 0)) / 205).toBeCloseTo(365 / 1330, 12);
  });

  it("finds no clear difference where the interval holds zero", () => {
    expect(other).toMatchObject({ finding: "no_clear_difference" });
    expect(other?.difference_lower).toBeLessThan(0);
    expect(other?.difference_upper).toBeGreaterThan(0);
    expect(english?.finding).toBe("more");
  });

  it("leaves out people whose category is not recorded, who count among the others", () => {
    expect(rows.map(({ level }) => level)).toEqual(["English", "Spanish", "Other"]);
  });

  it("draws small groups towards the programme, further than large ones", () => {
    for (const row of rows) {
      const [own, whole] = [row.value ?? 0, 405 / 1535];
      expect(row.steadied).toBeGreaterThanOrEqual(Math.min(own, whole) - 1e-9);
      expect(row.steadied).toBeLessThanOrEqual(Math.max(own, whole) + 1e-9);
    }
    expect(other?.own_weight).toBeLessThan(spanish?.own_weight ?? 0);
    expect(spanish?.own_weight).toBeLessThan(english?.own_weight ?? 0);
  });

  it("keeps hidden, nobody, pending and zero apart", () => {
    const told = compare([
      WHOLE,
      of("English", 390, 1400),
      of("Spanish", 9, 100),
      of("Other", 0, 0),
      cell({
        ...REMISSION,
        stratum: "sex",
        level: "male",
        denominator: 40,
        observed: 30,
        numerator: 20,
        cohort: "open",
      }),
    ]);
    expect(told.map(({ level, status, finding, value }) => [level, status, finding, value])).toEqual([
      ["English", "shown", "more", 390 / 1400],
      ["Spanish", "suppressed", "not_compared", null],
      ["Other", "suppressed", "not_compared", null],
      ["male", "pending", "not_compared", null],
    ]);
  });

  it("compares nobody with nobody: a group that is everyone has no others", () => {
    expect(compare([WHOLE, of("English", 405, 1536)])).toMatchObject([
      { people: 1535, value: 405 / 1535, others: null, difference: null, finding: "not_compared" },
    ]);
  });

  it("takes the latest month that has closed of what is counted by month only", () => {
    const screened = (period_start: string, cohort: CountCell["cohort"], numerator: number, level?: string) =>
      cell({
        measure: "screening_reach",
        instrument: "any",
        window: "last_12m",
        period_grain: "month",
        period_start,
        cohort,
        denominator: level ? 100 : 400,
        observed: level ? 100 : 400,
        numerator,
        ...(level && { stratum: "sex", level }),
      });
    const months = [
      screened("2024-10-01", "closed", 300),
      screened("2024-11-01", "closed", 300),
      screened("2024-12-01", "open", 300),
      ...["2024-10-01", "2024-11-01", "2024-12-01"].map((start, i) =>
        screened(start, "closed", 40 + 15 * i, "male"),
      ),
    ];
    expect(compare(months)).toMatchObject([{ period_start: "2024-11-01", value: 0.55, finding: "fewer" }]);
  });

  it("agrees with Newcombe's interval whatever the counts, and its sign with what is needed", () => {
    for (let met = 15; met <= 185; met += 17) {
      const [row] = compare([WHOLE, of("Spanish", met, 200)]);
      const known = newcombeDifference(
        { numerator: Math.round(met / 5) * 5, denominator: 200 },
        { numerator: 405 - Math.round(met / 5) * 5, denominator: 1335 },
      );
      expect(row?.difference).toBeCloseTo(known?.value ?? 9, 12);
      expect(Math.sign(row?.more_needed ?? 0)).toBe(-Math.sign(known?.value ?? 9));
      expect(row?.finding === "fewer").toBe((row?.more_needed_lower ?? 0) > 0);
      expect(row?.finding === "more").toBe((row?.more_needed_upper ?? 0) < 0);
    }
  });
});
