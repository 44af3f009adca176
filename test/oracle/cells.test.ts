import { describe, expect, it } from "vitest";
import { countCells } from "../../src/compute/count_cells.ts";
import { countWaterfall } from "../../src/compute/count_waterfall.ts";
import { MEASURES } from "../../src/measures/index.ts";
import type { CountCell } from "../../src/reference/cells.ts";
import { type Case, casesOf } from "./oracle.ts";
import { randomRegistry } from "./random_registry.ts";
import { warehouseOf } from "./warehouse_of.ts";

/** Whether a case is in a cell, read off the cell's key alone. */
function isIn(cell: CountCell, each: Case): boolean {
  return (
    each.measure === cell.measure &&
    each.instrument === cell.instrument &&
    each.window === cell.window &&
    (cell.period_start === null || (each.period_start ?? "") >= cell.period_start) &&
    (cell.period_end === null || (each.period_start ?? "9999") <= cell.period_end) &&
    (cell.clinic_id === "all" || each.clinic_id === cell.clinic_id) &&
    (cell.stratum === "all" || each[cell.stratum as keyof Case] === cell.level)
  );
}

const total = (cases: readonly Case[], column: "denominator" | "observed" | "numerator"): number =>
  cases.reduce((sum, each) => sum + each[column], 0);

describe("every cell of random registries", () => {
  it.each([3, 8])(
    "holds the cases that its key says, and each waterfall ends at its numerator (seed %i)",
    async (seed) => {
      const registry = randomRegistry(seed, 80);
      const cases = casesOf(registry);
      const warehouse = await warehouseOf(registry);
      let compared = 0;
      for (const measure of MEASURES.filter(({ by_instrument }) => by_instrument)) {
        const cells = await countCells(warehouse, measure, { asOf: registry.asOf });
        for (const cell of cells) {
          const inside = cases.filter((each) => isIn(cell, each));
          const { denominator, observed, numerator } = cell;
          const expected = {
            denominator: total(inside, "denominator"),
            observed: total(inside, "observed"),
            numerator: total(inside, "numerator"),
          };
          if (
            denominator !== expected.denominator ||
            observed !== expected.observed ||
            numerator !== expected.numerator
          )
            expect(cell).toMatchObject(expected);
          compared += denominator;
        }
        const overall = cells.filter(
          (cell) => cell.period_grain === "all" && cell.clinic_id === "all" && cell.stratum === "all",
        );
        const steps = await countWaterfall(warehouse, measure);
        for (const { instrument, window, numerator } of overall)
          expect(steps).toContainEqual(
            expect.objectContaining({ instrument, window, step: "numerator", units: numerator }),
          );
      }
      expect(compared).toBeGreaterThan(1000);
      await warehouse.close();
    },
  );
});
