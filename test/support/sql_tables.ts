import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tablesRead } from "../../src/warehouse/lineage.ts";
import { openWarehouse } from "../../src/warehouse/warehouse.ts";

const opened = openWarehouse({
  path: ":memory:",
  tempDir: mkdtempSync(join(tmpdir(), "observatory-sql-")),
  threads: 1,
});

/** The tables that a SELECT reads, as `schema.table` in order, from DuckDB's own parse of it. */
export async function sqlTables(sql: string): Promise<string[]> {
  return tablesRead(await opened, sql);
}
