import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tableFromIPC } from "apache-arrow";
import { parquetReadObjects } from "hyparquet";
import { parseCsv } from "../publish/build.ts";

/** A row of a table as its CSV file tells it: texts by column. */
export type Row = Readonly<Record<string, string>>;

/** A value of a typed file. */
type Value = string | number | null;

/** One released table: its rows as texts, and the same rows as its typed files hold them. */
export interface PublishedTable {
  name: string;
  columns: readonly string[];
  rows: readonly Row[];
  typed: ReadonlyMap<string, readonly Readonly<Record<string, Value>>[]>;
}

/** Reads every table of a folder from its files alone, with no schema of this program. */
export async function readTables(dir: string): Promise<PublishedTable[]> {
  const names = readdirSync(dir).filter((name) => name.endsWith(".csv"));
  return Promise.all(names.map((name) => readTable(dir, name.slice(0, -".csv".length))));
}

async function readTable(dir: string, name: string): Promise<PublishedTable> {
  const [columns = [], ...records] = parseCsv(readFileSync(join(dir, `${name}.csv`), "utf8"));
  const rows = records.map((record) =>
    Object.fromEntries(columns.map((column, at) => [column, record[at] ?? ""])),
  );
  const arrow = tableFromIPC(readFileSync(join(dir, `${name}.arrow`)));
  const parquet = await parquetReadObjects({
    file: new Uint8Array(readFileSync(join(dir, `${name}.parquet`))).buffer,
  });
  const typed = new Map([
    [`${name}.arrow`, Array.from(arrow, (row) => row?.toJSON() ?? {})],
    [`${name}.parquet`, parquet],
  ]);
  return { name, columns, rows, typed };
}
