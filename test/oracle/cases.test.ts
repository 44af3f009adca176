import { describe, expect, it } from "vitest";
import { MEASURES } from "../../src/measures/index.ts";
import { listSqlFiles, readGrain } from "../../src/warehouse/sql_files.ts";
import type { Warehouse } from "../../src/warehouse/warehouse.ts";
import { type Case, casesOf } from "./oracle.ts";
import { type Registry, randomRegistry } from "./random_registry.ts";
import { warehouseOf } from "./warehouse_of.ts";

/** Each batch is one as-of date, one set of instruments in use and fifty one-person registries. */
const BATCHES = 20;
const PEOPLE = 50;

/** Measures of care have an oracle of their own. */
const OUTCOMES = MEASURES.filter(({ by_instrument }) => by_instrument);

async function inBatches(judge: (registry: Registry, warehouse: Warehouse) => Promise<void>): Promise<void> {
  for (let seed = 1; seed <= BATCHES; seed++) {
    const registry = randomRegistry(seed, PEOPLE);
    const warehouse = await warehouseOf(registry);
    await judge(registry, warehouse);
    await warehouse.close();
  }
}

const line = (values: Record<string, unknown>): string =>
  JSON.stringify(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));

async function casesInSql(warehouse: Warehouse): Promise<string[]> {
  const cases: string[] = [];
  for (const { id } of OUTCOMES)
    for (const row of await warehouse.rows(`SELECT * FROM measure.${id}`))
      cases.push(line({ measure: id, ...row }));
  return cases.sort();
}

describe("on a thousand random registries", () => {
  it("the SQL gives case by case what the definitions say, and every rule was put to use", async () => {
    const seen = new Map<string, number>();
    const tally = ({ measure, exclusion_reason, observed, numerator }: Case) => {
      const what = exclusion_reason ?? (observed ? (numerator ? "met" : "not met") : "not observed");
      seen.set(`${measure}: ${what}`, (seen.get(`${measure}: ${what}`) ?? 0) + 1);
    };
    await inBatches(async (registry, warehouse) => {
      const expected = casesOf(registry);
      expected.forEach(tally);
      expect(await casesInSql(warehouse)).toEqual(expected.map((each) => line({ ...each })).sort());
    });
    for (const { id, exclusions } of OUTCOMES) {
      const possible = exclusions.filter((reason) => reason !== "no_remission_value");
      const outcomes = [
        "not observed",
        "met",
        ...(["follow_up", "mean_change"].includes(id) ? [] : ["not met"]),
      ];
      for (const what of [...possible, ...outcomes])
        expect([`${id}: ${what}`, seen.get(`${id}: ${what}`) ?? 0]).not.toContain(0);
    }
  });

  it("the key that each model states tells its rows apart", async () => {
    const models = listSqlFiles().filter(({ layer }) => layer !== "checks");
    expect(models.length).toBeGreaterThan(15);
    const registry = randomRegistry(1, 400);
    const warehouse = await warehouseOf(registry);
    for (const model of models) {
      const grain = readGrain(model);
      expect(grain, `${model.path} states its grain and key on its first line`).toBeDefined();
      const key = (grain?.key ?? []).map((column) => `"${column}"`).join(", ");
      const doubles = await warehouse.rows(
        `SELECT 1 AS x FROM ${model.table} GROUP BY ${key} HAVING count(*) > 1`,
      );
      expect([model.table, doubles.length]).toEqual([model.table, 0]);
    }
    await warehouse.close();
  });
});
