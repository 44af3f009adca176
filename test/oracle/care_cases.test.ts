import { describe, expect, it } from "vitest";
import { countMeasure } from "../../src/compute/count_measure.ts";
import { MEASURES } from "../../src/measures/index.ts";
import { repeatedGrain } from "../../src/measures/measure.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { careCasesOf } from "./care_oracle.ts";
import { caseFinder } from "./find_cases.ts";
import type { Case } from "./oracle.ts";
import { programmeCareCasesOf } from "./programme_care_oracle.ts";
import { type CareRegistry, randomCare } from "./random_care.ts";
import { warehouseOf } from "./warehouse_of.ts";

/** Each batch is one as-of date, one staffing and forty people. */
const BATCHES = 12;
const PEOPLE = 40;

/** National measures, counted by year, have an oracle of their own, and what the definition panel counts is reconciled. */
const CARE = MEASURES.filter(
  (measure) =>
    !measure.by_instrument && repeatedGrain(measure) !== "year" && !measure.id.startsWith("definition_"),
);

const allCasesOf = (registry: CareRegistry): Case[] => [
  ...careCasesOf(registry),
  ...programmeCareCasesOf(registry),
];

const line = (values: object): string =>
  JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The lines of one list that the other lacks, a few of them. */
const beyond = (one: readonly string[], other: readonly string[]): string[] => {
  const known = new Set(other);
  return one.filter((each) => !known.has(each)).slice(0, 3);
};

async function casesInSql(warehouse: Warehouse, measure: string): Promise<string[]> {
  const rows = await warehouse.rows(`SELECT * FROM measure.${measure}`);
  return rows.map((row) => line({ measure, ...row })).sort();
}

describe("on hundreds of random registries", () => {
  it("the SQL of every process measure gives case by case what its definition says", async () => {
    const seen = new Set<string>();
    const tally = ({ measure, window, exclusion_reason, observed, numerator }: Case) =>
      seen.add(`${measure} ${window} ${exclusion_reason ?? (observed ? numerator : "not observed")}`);
    for (let seed = 1; seed <= BATCHES; seed++) {
      const registry = randomCare(seed, PEOPLE);
      const warehouse = await warehouseOf(registry);
      const expected = allCasesOf(registry);
      expected.forEach(tally);
      for (const measure of CARE) {
        const inSql = await casesInSql(warehouse, measure.id);
        const inText = expected.filter((each) => each.measure === measure.id).map(line);
        expect([seed, beyond(inSql, inText), beyond(inText, inSql)]).toEqual([seed, [], []]);
        expect(inSql).toHaveLength(inText.length);
        await expectWholeWaterfall(warehouse, measure, registry);
      }
      await warehouse.close();
    }
    for (const { id, windows, exclusions, has_follow_up, kind } of CARE)
      for (const window of windows)
        for (const what of [
          ...exclusions,
          ...(kind === "mean" ? [] : [0]),
          1,
          ...(has_follow_up ? ["not observed"] : []),
        ])
          expect([`${id} ${window} ${what}`, seen.has(`${id} ${window} ${what}`)]).toContain(true);
  });

  it("every cell of every process measure holds the cases that its key says", async () => {
    const registry = randomCare(5, PEOPLE);
    const warehouse = await warehouseOf(registry);
    const casesIn = caseFinder(allCasesOf(registry));
    let [compared, days] = [0, 0];
    for (const measure of CARE) {
      const { cells, moments } = await countMeasure(warehouse, measure, { asOf: registry.asOf });
      for (const { value, ...key } of moments) {
        const inside = casesIn(key).flatMap((each) => each.value ?? []);
        const total = inside.reduce((sum, each) => sum + each, 0);
        expect([value.n, value.sum]).toEqual([inside.length, expect.closeTo(total / 7, 9)]);
        days += total;
      }
      for (const cell of cells) {
        const inside = casesIn(cell);
        const { denominator, observed, numerator } = cell;
        const expected = {
          denominator: inside.filter((each) => each.denominator).length,
          observed: inside.filter((each) => each.observed).length,
          numerator: inside.filter((each) => each.numerator).length,
        };
        if (JSON.stringify({ denominator, observed, numerator }) !== JSON.stringify(expected))
          expect(cell).toMatchObject(expected);
        compared += denominator;
      }
    }
    expect(compared).toBeGreaterThan(1000);
    expect(days).toBeGreaterThan(1000);
    await warehouse.close();
  });
});

/** `all` less every exclusion is the denominator, and the denominator less what follows is the numerator. */
async function expectWholeWaterfall(
  warehouse: Warehouse,
  measure: (typeof CARE)[number],
  { asOf }: { asOf: string },
): Promise<void> {
  const counted = await countMeasure(warehouse, measure, { asOf });
  for (const window of measure.windows) {
    const steps = counted.steps.filter((step) => step.window === window);
    const units = Object.fromEntries(steps.map(({ step, units }) => [step, units]));
    const { all = 0, denominator, not_observed = 0, not_met = 0, numerator } = units;
    const excluded = measure.exclusions.reduce((sum, reason) => sum + (units[reason] ?? 0), 0);
    expect([measure.id, all - excluded, (denominator ?? 0) - not_observed - not_met]).toEqual([
      measure.id,
      denominator ?? 0,
      numerator ?? 0,
    ]);
  }
}
