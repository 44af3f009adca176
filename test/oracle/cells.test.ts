import { describe, expect, it } from "vitest";
import { countMeasure } from "../../src/compute/count_measure.ts";
import { MEASURES } from "../../src/measures/index.ts";
import { meanChange } from "../../src/measures/mean_change/measure.ts";
import type { Moments } from "../../src/reference/cells.ts";
import { caseFinder } from "./find_cases.ts";
import { type Case, casesOf } from "./oracle.ts";
import { randomRegistry } from "./random_registry.ts";
import { warehouseOf } from "./warehouse_of.ts";

const total = (cases: readonly Case[], column: "denominator" | "observed" | "numerator"): number =>
  cases.reduce((sum, each) => sum + each[column], 0);

/** How many numbers there are, their sum and the sum of their squares, in points. */
function moments(values: readonly (number | null | undefined)[]) {
  const points = values.filter((value) => typeof value === "number").map((value) => value / 10_000);
  return {
    n: points.length,
    sum: points.reduce((sum, value) => sum + value, 0),
    sum_of_squares: points.reduce((sum, value) => sum + value ** 2, 0),
  };
}

const close = ({ n, sum, sum_of_squares }: Moments) => ({
  n,
  sum: expect.closeTo(sum, 6),
  sum_of_squares: expect.closeTo(sum_of_squares, 4),
});

describe("every mean of random registries", () => {
  it("adds up the changes and baselines of the cases that its key says", async () => {
    const registry = randomRegistry(9, 260);
    const casesIn = caseFinder(casesOf(registry));
    const warehouse = await warehouseOf(registry);
    const cells = (await countMeasure(warehouse, meanChange, { asOf: registry.asOf })).moments;
    await warehouse.close();
    let people = 0;
    for (const cell of cells) {
      const inside = casesIn(cell);
      const [value, baseline] = [
        moments(inside.map((each) => each.value)),
        moments(inside.map((each) => each.baseline)),
      ];
      if (cell.baseline?.n || baseline.n > 0)
        expect(cell).toMatchObject({ value: close(value), held: close(value), baseline: close(baseline) });
      people += value.n;
    }
    expect(people).toBeGreaterThan(400);
  });
});

describe("every cell of random registries", () => {
  it.each([3, 8])(
    "holds the cases that its key says, and each waterfall ends at its numerator (seed %i)",
    async (seed) => {
      const registry = randomRegistry(seed, 80);
      const casesIn = caseFinder(casesOf(registry));
      const warehouse = await warehouseOf(registry);
      let compared = 0;
      for (const measure of MEASURES.filter(({ by_instrument }) => by_instrument)) {
        const cells = (await countMeasure(warehouse, measure, { asOf: registry.asOf })).cells;
        for (const cell of cells) {
          const inside = casesIn(cell);
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
        const steps = (await countMeasure(warehouse, measure, registry)).steps;
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
