import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countMeasure } from "../../src/compute/count_measure.ts";
import { definitionPairs } from "../../src/measures/definition_pairs/measure.ts";
import { definitionPanel } from "../../src/measures/definition_panel/measure.ts";
import type { WaterfallStep } from "../../src/reference/cells.ts";
import { DEFINITION_PAIRS, DEFINITIONS } from "../../src/reference/definitions.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { randomCare } from "../oracle/random_care.ts";
import { warehouseOf } from "../oracle/warehouse_of.ts";

const PEOPLE = 300;
const SEEDS = [1, 2, 3];

type Steps = Record<string, number>;

/** The waterfalls of both measures of the panel, by window. */
async function stepsOf(warehouse: Warehouse, asOf: string): Promise<Record<string, Steps>> {
  const steps = [
    ...(await countMeasure(warehouse, definitionPanel, { asOf })).steps,
    ...(await countMeasure(warehouse, definitionPairs, { asOf })).steps,
  ];
  const windows: Record<string, Steps> = {};
  for (const { window, step, units } of steps satisfies WaterfallStep[])
    windows[window] = { ...windows[window], [step]: units };
  return windows;
}

const add = (steps: Steps | undefined, ...names: string[]): number =>
  names.reduce((sum, name) => sum + (steps?.[name] ?? Number.NaN), 0);

const FIRST_ONLY = ["first_only_not_counted", "first_only_no_score", "first_only_threshold"];
const SECOND_ONLY = ["second_only_not_counted", "second_only_no_score", "second_only_threshold"];

describe("the definition panel, on random registries", () => {
  const found: { people: number; steps: Record<string, Steps> }[] = [];
  beforeAll(async () => {
    for (const seed of SEEDS) {
      const { asOf: _, ...care } = randomCare(seed, PEOPLE);
      const asOf = "2025-12-31";
      const diagnosis = care.patient.map(({ patient_id }) => ({
        patient_id,
        code_system: "icd-10-cm",
        code: "F32.1",
      }));
      const warehouse = await warehouseOf({ ...care, asOf, ...{ diagnosis } });
      const [enrolled] = await warehouse.rows<{ n: number }>(
        "SELECT count(DISTINCT patient_id) AS n FROM model.enrolment",
      );
      found.push({ people: enrolled?.n ?? 0, steps: await stepsOf(warehouse, asOf) });
      await warehouse.close();
    }
  }, 300_000);

  it("judges everyone ever enrolled once by each definition", () => {
    for (const { people, steps } of found)
      for (const { id } of DEFINITIONS) {
        expect([id, steps[id]?.all]).toEqual([id, people]);
        expect(add(steps[id], "not_in_definition", "not_judged_yet", "denominator")).toBe(people);
      }
  });

  it("reconciles every two definitions: both and one only are those better by it, and all columns are everyone", () => {
    for (const { people, steps } of found)
      for (const { id, first, second } of DEFINITION_PAIRS) {
        const pair = steps[id];
        expect(add(pair, "numerator", ...FIRST_ONLY)).toBe(steps[first.id]?.numerator);
        expect(add(pair, "numerator", ...SECOND_ONLY)).toBe(steps[second.id]?.numerator);
        expect(add(pair, "numerator", ...FIRST_ONLY, ...SECOND_ONLY, "better_by_neither")).toBe(people);
        expect(add(pair, "first_only_threshold")).toBeLessThanOrEqual(add(steps[second.id], "not_met"));
        expect(add(pair, "first_only_no_score")).toBeLessThanOrEqual(add(steps[second.id], "not_observed"));
      }
  });

  it("meets every definition and every reason somewhere", () => {
    const total = (names: readonly string[], step: string) =>
      names.reduce(
        (sum, name) => sum + found.reduce((all, { steps }) => all + (steps[name]?.[step] ?? 0), 0),
        0,
      );
    for (const { id } of DEFINITIONS) expect([id, total([id], "numerator") > 0]).toEqual([id, true]);
    const pairs = DEFINITION_PAIRS.map(({ id }) => id);
    for (const reason of [...FIRST_ONLY, ...SECOND_ONLY])
      expect([reason, total(pairs, reason) > 0]).toEqual([reason, true]);
  });

  afterAll(() => found.splice(0));
});
