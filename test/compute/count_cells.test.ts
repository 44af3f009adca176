import { describe, expect, it } from "vitest";
import { countMeasure } from "../../src/compute/count_measure.ts";
import { response } from "../../src/measures/response/measure.ts";
import type { CountCell } from "../../src/reference/cells.ts";
import { type CaseTable, caseTable } from "../support/case_table.ts";

const measure = { ...response, id: "made_up", windows: ["10w"] };

async function cells(
  table: CaseTable,
  options: { asOf?: string; clinics?: string[] } = {},
): Promise<CountCell[]> {
  const warehouse = await caseTable(measure.id, table);
  const counted = (await countMeasure(warehouse, measure, { asOf: "2024-12-31", ...options })).cells;
  await warehouse.close();
  return counted;
}

const counts = ({ denominator, observed, numerator }: CountCell) => [denominator, observed, numerator];
const where = (all: readonly CountCell[], key: Partial<CountCell>) =>
  all.filter((cell) => Object.entries(key).every(([name, value]) => cell[name as keyof CountCell] === value));

const FOUR = `
  period_start | clinic_id | sex    | payer    | denominator | observed | numerator | exclusion_reason
  2024-01-01   | north     | female | medicaid | 1           | 1        | 1         |
  2024-01-01   | north     | male   | medicaid | 1           | 1        | 0         |
  2024-03-01   | south     | female | private  | 1           | 0        | 0         |
  2024-03-01   | south     | female | private  | 0           | 0        | 0         | window_open`;

describe("countCells", () => {
  it("counts the programme by month, quarter, year and over all time, with a row for the empty month", async () => {
    const programme = where(await cells(FOUR), { clinic_id: "all", stratum: "all" });
    expect(
      programme.map((cell) => [cell.period_grain, cell.period_start, cell.period_end, ...counts(cell)]),
    ).toEqual([
      ["month", "2024-01-01", "2024-01-31", 2, 2, 1],
      ["month", "2024-02-01", "2024-02-29", 0, 0, 0],
      ["month", "2024-03-01", "2024-03-31", 1, 0, 0],
      ["quarter", "2024-01-01", "2024-03-31", 3, 2, 1],
      ["year", "2024-01-01", "2024-12-31", 3, 2, 1],
      ["all", null, null, 3, 2, 1],
    ]);
  });

  it("counts clinics in every grain, strata over all time, and no stratum within a clinic", async () => {
    const all = await cells(FOUR);
    const overTime = { period_grain: "all" } as const;
    expect(where(all, { ...overTime, clinic_id: "north", stratum: "all" }).map(counts)).toEqual([[2, 2, 1]]);
    expect(
      where(all, { ...overTime, clinic_id: "all", stratum: "sex", level: "female" }).map(counts),
    ).toEqual([[2, 1, 1]]);
    const grains = (parts: readonly CountCell[]) => [
      ...new Set(parts.map(({ period_grain }) => period_grain)),
    ];
    const ofClinics = all.filter(({ clinic_id }) => clinic_id !== "all");
    expect(grains(ofClinics)).toEqual(["month", "quarter", "year", "all"]);
    expect(grains(all.filter(({ stratum }) => stratum !== "all"))).toEqual(["all"]);
    expect(ofClinics.filter(({ stratum }) => stratum !== "all")).toEqual([]);
  });

  it("counts strata by month where people are counted again each month, which adds up to nothing longer", async () => {
    const warehouse = await caseTable(measure.id, FOUR);
    const monthly = { ...measure, unit: "episode_month" as const };
    const all = (await countMeasure(warehouse, monthly, { asOf: "2024-12-31" })).cells;
    await warehouse.close();
    expect(
      where(all, { stratum: "sex", level: "female" }).map((cell) => [cell.period_start, ...counts(cell)]),
    ).toEqual([
      ["2024-01-01", 1, 1, 1],
      ["2024-02-01", 0, 0, 0],
      ["2024-03-01", 1, 0, 0],
    ]);
  });

  it("has a cell for every level that can be, and for clinics without episodes where they are told", async () => {
    const all = await cells(FOUR, { clinics: ["west", "north"] });
    const levels = (stratum: string) =>
      where(all, { period_grain: "all", clinic_id: "all", stratum }).map(({ level }) => level);
    expect(levels("age_band")).toHaveLength(6);
    expect(levels("baseline_band")).toEqual(["moderate", "moderately_severe", "severe"]);
    expect(levels("payer")).toEqual(["medicaid", "private", "unknown"]);
    expect(new Set(all.map(({ clinic_id }) => clinic_id))).toEqual(
      new Set(["all", "north", "south", "west"]),
    );
  });

  it("splits each total without loss along every stratum", async () => {
    const all = await cells(FOUR);
    const [whole] = where(all, { period_grain: "all", clinic_id: "all", stratum: "all" });
    for (const stratum of new Set(all.map((cell) => cell.stratum))) {
      const parts = where(all, { period_grain: "all", clinic_id: "all", stratum });
      expect(parts.reduce((sum, { denominator }) => sum + denominator, 0)).toBe(whole?.denominator);
    }
  });

  it("gives the same cells in the same order whatever the order of rows", async () => {
    const [head = "", ...rows] = FOUR.trim().split("\n");
    expect(await cells([head, ...rows.reverse()].join("\n"))).toEqual(await cells(FOUR));
  });

  it("knows from dates alone which cohorts have closed", async () => {
    const cohorts = (await cells(FOUR, { asOf: "2024-05-15" })).filter(
      ({ clinic_id, stratum }) => clinic_id === "all" && stratum === "all",
    );
    expect(cohorts.map(({ period_grain, cohort }) => `${period_grain} ${cohort}`)).toEqual([
      "month closing",
      "month open",
      "month open",
      "quarter closing",
      "year closing",
      "all closed",
    ]);
    expect(where(await cells(FOUR, { asOf: "2024-05-21" }), { period_grain: "month" })[0]?.cohort).toBe(
      "closed",
    );
    expect(where(await cells(FOUR, { asOf: "2024-05-20" }), { period_grain: "month" })[0]?.cohort).toBe(
      "closing",
    );
  });

  it("has none where nobody has a baseline, and none for an instrument without one", async () => {
    expect(await cells("period_start | exclusion_reason | denominator\n | no_baseline | 0")).toEqual([]);
    const one = await cells(`
      instrument | period_start | denominator | exclusion_reason
      phq9       | 2024-01-01   | 1           |
      gad7       |              | 0           | no_baseline`);
    expect(new Set(one.map(({ instrument }) => instrument))).toEqual(new Set(["phq9"]));
  });

  it("counts a measure that belongs to no instrument, in the severity bands that occur", async () => {
    const care = await cells(`
      instrument | baseline_band | period_start | denominator | observed | numerator
      any        | unknown       | 2024-01-01   | 1           | 1        | 1
      any        | unknown       | 2024-02-01   | 1           | 1        | 0`);
    expect(where(care, { period_grain: "all", clinic_id: "all" })).toContainEqual(
      expect.objectContaining({ instrument: "any", level: "unknown", denominator: 2, numerator: 1 }),
    );
    expect(new Set(where(care, { stratum: "baseline_band" }).map(({ level }) => level))).toEqual(
      new Set(["unknown"]),
    );
  });

  it("refuses a clinic or category that is called like everyone", async () => {
    await expect(cells("period_start | clinic_id\n2024-01-01 | all")).rejects.toThrow(
      'a clinic_id is called "all"',
    );
    await expect(cells("period_start | race\n2024-01-01 | all")).rejects.toThrow('a race is called "all"');
  });

  it("refuses counts that have no cell rather than lose them", async () => {
    await expect(cells("period_start | baseline_band | denominator\n2024-01-01 | mild | 1")).rejects.toThrow(
      "counted groups have no place in the grid",
    );
    await expect(cells("period_start | window | denominator\n2024-01-01 | 6m | 1")).rejects.toThrow(
      "counted groups have no place in the grid",
    );
  });
});
