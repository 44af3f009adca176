import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildOrder, readLineage, tablesRead } from "../../src/warehouse/lineage.ts";
import { openWarehouse, type Warehouse } from "../../src/warehouse/warehouse.ts";

let warehouse: Warehouse;
beforeAll(async () => {
  warehouse = await openWarehouse({ path: ":memory:", tempDir: ".tmp", threads: 1 });
});
afterAll(() => warehouse.close());

describe("the tables a statement reads", () => {
  it("are found in joins, common table expressions and subqueries, each once", async () => {
    const sql = `
      -- It's a comment with an apostrophe.
      WITH person AS (SELECT * FROM model.person)
      SELECT person.patient_id
      FROM person JOIN staging.episode USING (patient_id)
      WHERE EXISTS (SELECT 1 FROM ref.instrument) AND patient_id IN (SELECT patient_id FROM model.person)`;
    expect(await tablesRead(warehouse, sql)).toEqual(["model.person", "ref.instrument", "staging.episode"]);
  });

  it("come with the values that it wants bound", async () => {
    const { parameters } = await readLineage(
      warehouse,
      "SELECT $as_of AS a, CAST($as_of AS DATE) AS b, $seed AS c FROM model.episode",
    );
    expect(parameters).toEqual(["as_of", "seed"]);
    expect((await readLineage(warehouse, "SELECT 1 FROM model.episode")).parameters).toEqual([]);
  });

  it.each([
    ["CREATE TABLE x AS SELECT 1", "not a bare SELECT"],
    ["SELECT 1; SELECT 2", "2 statements"],
    ["SELECT FROM", "not a bare SELECT"],
    ["SELECT * FROM 'people.csv'", "reads people.csv without a schema"],
    ["SELECT * FROM episode", "reads episode without a schema"],
    ["SELECT * FROM read_csv('people.csv')", "reads the function read_csv"],
  ])("are refused for %s", async (sql, message) => {
    await expect(tablesRead(warehouse, sql)).rejects.toThrow(message);
  });
});

describe("the build order", () => {
  const table = (name: string, ...reads: string[]) => ({ table: name, reads });

  it("puts each table after those it reads, by name where free", () => {
    const ordered = buildOrder([
      table("model.c", "model.b"),
      table("model.b", "staging.z", "ref.x"),
      table("model.a"),
      table("staging.z", "raw.z"),
    ]);
    expect(ordered.map((each) => each.table)).toEqual(["model.a", "staging.z", "model.b", "model.c"]);
  });

  it("names the tables that read each other in a circle", () => {
    const circle = [table("model.a", "model.b"), table("model.b", "model.a"), table("model.c")];
    expect(() => buildOrder(circle)).toThrow("in a circle: model.a, model.b");
    expect(() => buildOrder([table("model.a", "model.a")])).toThrow("in a circle: model.a");
  });
});
