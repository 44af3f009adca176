import { describe, expect, it } from "vitest";
import { countMeasure } from "../../src/compute/count_measure.ts";
import { response } from "../../src/measures/response/measure.ts";
import { type CaseTable, caseTable } from "../support/case_table.ts";

const measure = { ...response, id: "made_up" };

async function waterfall(table: CaseTable) {
  const warehouse = await caseTable(measure.id, table);
  const steps = (await countMeasure(warehouse, measure, { asOf: "2024-12-31" })).steps;
  await warehouse.close();
  return steps;
}

const SEVEN = `
  period_start | denominator | observed | numerator | exclusion_reason
  2024-01-01   | 1           | 1        | 1         |
  2024-01-01   | 1           | 1        | 0         |
  2024-01-01   | 1           | 1        | 0         |
  2024-01-01   | 1           | 0        | 0         |
  2024-01-01   | 0           | 0        | 0         | window_open
               | 0           | 0        | 0         | no_baseline
               | 0           | 0        | 0         | no_baseline`;

describe("countWaterfall", () => {
  it("steps from everyone to the numerator, each exclusion by name, none left out for being zero", async () => {
    expect((await waterfall(SEVEN)).map(({ step_order, step, units }) => [step_order, step, units])).toEqual([
      [0, "all", 7],
      [1, "no_baseline", 2],
      [2, "baseline_not_elevated", 0],
      [3, "window_open", 1],
      [4, "denominator", 4],
      [5, "not_observed", 1],
      [6, "observed", 3],
      [7, "not_met", 2],
      [8, "numerator", 1],
    ]);
  });

  it("is told apart by instrument and window, and has none for an instrument without a baseline", async () => {
    const steps = await waterfall(`
      instrument | window | period_start | denominator | exclusion_reason
      phq9       | 10w    | 2024-01-01   | 1           |
      phq9       | 6m     | 2024-01-01   | 0           | window_open
      gad7       | 10w    |              | 0           | no_baseline`);
    expect(steps.filter(({ step }) => step === "denominator")).toMatchObject([
      { measure: "made_up", instrument: "phq9", window: "10w", units: 1 },
      { measure: "made_up", instrument: "phq9", window: "6m", units: 0 },
    ]);
  });

  it("is of the latest month that has closed where people are counted again each month", async () => {
    const monthly = { ...measure, unit: "episode_month" as const, windows: ["month"] };
    const warehouse = await caseTable(
      measure.id,
      `
      window | period_start | denominator | observed | exclusion_reason
      month  | 2024-01-01   | 1           | 1        |
      month  | 2024-02-01   | 1           | 1        |
      month  | 2024-02-01   | 1           | 1        |
      month  | 2024-03-01   | 0           | 0        | window_open`,
    );
    const steps = (await countMeasure(warehouse, monthly, { asOf: "2024-03-30" })).steps;
    const none = (await countMeasure(warehouse, monthly, { asOf: "2024-01-30" })).steps;
    await warehouse.close();
    expect(steps.filter(({ units }) => units > 0)).toMatchObject([
      { period_start: "2024-02-01", step: "all", units: 2 },
      { period_start: "2024-02-01", step: "denominator", units: 2 },
      { period_start: "2024-02-01", step: "observed", units: 2 },
      { period_start: "2024-02-01", step: "not_met", units: 2 },
    ]);
    expect(none).toEqual([]);
  });

  it.each([
    ["1 | 1 | 1 | window_open"],
    ["0 | 0 | 0 |"],
    ["1 | 0 | 1 |"],
    ["0 | 1 | 0 | window_open"],
    ["1 | 1 | -1 |"],
  ])("refuses a row that contradicts itself: %s", async (row) => {
    const table = `period_start | denominator | observed | numerator | exclusion_reason\n2024-01-01 | ${row}`;
    await expect(waterfall(table)).rejects.toThrow("measure made_up: 1 rows contradict themselves");
  });

  it("refuses a reason that the measure does not declare", async () => {
    const table = "period_start | denominator | exclusion_reason\n2024-01-01 | 0 | no_reason_at_all";
    await expect(waterfall(table)).rejects.toThrow("a reason that it does not declare");
  });
});
