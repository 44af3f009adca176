import type { LoadReport } from "../src/contracts/load_report.ts";
import type { Program } from "../src/contracts/program.ts";
import { ProgramError } from "../src/errors.ts";
import type { Action } from "../src/reference/actions.ts";
import type { Warehouse } from "../src/warehouse/warehouse.ts";

/** What a later step must know of the load; kept in the warehouse as `raw.run`, one row. */
export interface RunRecord {
  asOf: string;
  program: Program;
  report: LoadReport;
  /** What the committee agreed to do. */
  actions: readonly Action[];
}

export async function writeRunRecord(warehouse: Warehouse, record: RunRecord): Promise<void> {
  await warehouse.run("CREATE TABLE raw.run AS SELECT CAST($record AS VARCHAR) AS record", {
    record: JSON.stringify(record),
  });
}

/** Throws ProgramError when nothing was loaded. */
export async function readRunRecord(warehouse: Warehouse): Promise<RunRecord> {
  const tables = await warehouse.rows(
    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'raw' AND table_name = 'run'",
  );
  if (tables.length === 0)
    throw new ProgramError("the warehouse holds no load; run `observatory load` first");
  const [row] = await warehouse.rows<{ record: string }>("SELECT record FROM raw.run");
  return JSON.parse(row?.record ?? "null") as RunRecord;
}
