import { describe, expect, it } from "vitest";
import { GateError } from "../../src/errors.ts";
import { type BuiltTable, buildModels } from "../../src/warehouse/run_models.ts";
import { listSqlFiles, type SqlFile, type SqlLayer } from "../../src/warehouse/sql_files.ts";
import { openWarehouse } from "../../src/warehouse/warehouse.ts";

const file = (layer: SqlLayer, name: string, sql: string): SqlFile => {
  const schema = layer === "measures" ? "measure" : layer;
  return { layer, schema, name, table: `${schema}.${name}`, path: `${layer}/${name}.sql`, sql };
};

async function build(files: readonly SqlFile[], asOf = "2024-06-30") {
  const warehouse = await openWarehouse({ path: ":memory:", tempDir: ".tmp", threads: 1 });
  await warehouse.run(
    "CREATE TABLE raw.episode AS SELECT 'e1' AS episode_id, DATE '2024-01-10' AS enrolled_date",
  );
  const told: string[] = [];
  const progress = ({ table, rows }: BuiltTable) => told.push(`${table} ${rows}`);
  const built = await buildModels(warehouse, { asOf, files, progress });
  return { warehouse, built, told };
}

const EPISODE = file("staging", "episode", "SELECT episode_id, enrolled_date FROM raw.episode");
const ENROLLED = file(
  "model",
  "enrolled",
  "SELECT episode_id FROM staging.episode WHERE enrolled_date <= CAST($as_of AS DATE)",
);

describe("buildModels", () => {
  it("makes the tables in the order of their reads and tells of each", async () => {
    const { built, told, warehouse } = await build([ENROLLED, EPISODE]);
    expect(built).toEqual([
      { table: "staging.episode", rows: null },
      { table: "model.enrolled", rows: 1 },
    ]);
    expect(told).toEqual(["staging.episode null", "model.enrolled 1"]);
    await warehouse.close();
  });

  it("binds the as-of date only where it is named", async () => {
    const { built } = await build([EPISODE, ENROLLED], "2024-01-09");
    expect(built.map(({ rows }) => rows)).toEqual([null, 0]);
  });

  it("lets a view become a table, and a table a view, when its file changes", async () => {
    const { warehouse } = await build([EPISODE]);
    const bound = { ...EPISODE, sql: `${EPISODE.sql} WHERE enrolled_date <= CAST($as_of AS DATE)` };
    for (const [changed, rows] of [
      [bound, 1],
      [EPISODE, null],
    ] as const)
      expect(await buildModels(warehouse, { asOf: "2024-06-30", files: [changed] })).toEqual([
        { table: "staging.episode", rows },
      ]);
    await warehouse.close();
  });

  it("gives the same tables when run again", async () => {
    const { warehouse, built } = await build([EPISODE, ENROLLED]);
    expect(await buildModels(warehouse, { asOf: "2024-06-30", files: [EPISODE, ENROLLED] })).toEqual(built);
    await warehouse.close();
  });

  it("names the file where a statement cannot be used", async () => {
    await expect(build([file("model", "two", "SELECT 1; SELECT 2")])).rejects.toThrow(
      "model/two.sql: 2 statements",
    );
    await expect(build([file("model", "lost", "SELECT 1 FROM model.gone")])).rejects.toThrow(
      "model/lost.sql reads model.gone, which no file makes",
    );
    await expect(build([file("model", "seeded", "SELECT $seed AS seed")])).rejects.toThrow(
      "model/seeded.sql wants $seed, which is not known here",
    );
  });
});

describe("a check", () => {
  const check = (name: string, sql: string) => file("checks", name, `-- Why ${name} matters.\n${sql}`);

  it("passes where it finds no row, and may name the as-of date", async () => {
    const quiet = check(
      "quiet",
      "SELECT episode_id FROM staging.episode WHERE enrolled_date > CAST($as_of AS DATE)",
    );
    await expect(build([EPISODE, quiet])).resolves.toBeDefined();
  });

  it("stops the run with the names, counts and reasons of all that fail, and no value of a row", async () => {
    const first = check("first", "SELECT episode_id FROM staging.episode");
    const second = check("second", "SELECT episode_id FROM staging.episode");
    const run = build([EPISODE, first, second]);
    await expect(run).rejects.toThrow(GateError);
    await expect(run).rejects.toThrow(
      "first: 1 rows. Why first matters.\nsecond: 1 rows. Why second matters.",
    );
  });
});

describe("the SQL files of the house", () => {
  it("are tables named after their place", () => {
    const tables = listSqlFiles().map(({ table, path }) => `${path} -> ${table}`);
    expect(tables).toContain("model/outcome_window.sql -> model.outcome_window");
    expect(tables).toContain("measures/response/cases.sql -> measure.response");
    expect(tables).toContain("staging/assessment.sql -> staging.assessment");
    expect(tables.length).toBeGreaterThan(15);
  });
});
