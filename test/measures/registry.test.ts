import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { TABLE_NAMES } from "../../src/contracts/tables.ts";
import { MEASURES } from "../../src/measures/index.ts";
import { WINDOWS } from "../../src/reference/windows.ts";
import { listSqlFiles } from "../../src/warehouse/sql_files.ts";

const folder = new URL("../../src/measures/", import.meta.url);

describe("the register of measures", () => {
  it("lists exactly the folders, each with its cases", () => {
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.length).toBeGreaterThan(4);
    expect(MEASURES.map(({ id }) => id).sort()).toEqual(folders.map(({ name }) => name).sort());
    const tables = listSqlFiles().map(({ table }) => table);
    for (const { id } of MEASURES) expect(tables).toContain(`measure.${id}`);
  });

  it.each(MEASURES.map((measure) => [measure.id, measure] as const))(
    "%s names windows and tables that exist",
    (_, measure) => {
      expect(WINDOWS.map(({ id }) => id)).toEqual(expect.arrayContaining([...measure.windows]));
      expect(TABLE_NAMES).toEqual(expect.arrayContaining([...measure.needs]));
      for (const text of [measure.title, measure.why, measure.definition, measure.source])
        expect(text).not.toBe("");
    },
  );
});
