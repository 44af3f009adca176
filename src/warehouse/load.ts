import { JSON_DAMAGE, RECORD_DAMAGE } from "../contracts/damage.ts";
import type { LoadReport } from "../contracts/load_report.ts";
import type { PreparedExtract, PreparedSource } from "../contracts/prepared.ts";
import { columnSpecs } from "../contracts/specs.ts";
import { TABLE_NAMES } from "../contracts/tables.ts";
import { ExtractError, type Fault } from "../errors.ts";
import { createLater, judge } from "./judge.ts";
import type { Days } from "./judge_check.ts";
import { columnType } from "./judge_columns.ts";
import { judgeKeys } from "./judge_keys.ts";
import { fillIncoming, isPlain, type Readable, readableParquet, readableText } from "./load_files.ts";
import { reconcile } from "./load_reconcile.ts";
import { identifier, literal, type Warehouse } from "./warehouse.ts";

export interface LoadOptions {
  /** ISO day the report is as of: rows that happened later are out of scope. */
  asOf: string;
  /** Told when a file has been judged. */
  progress?: (file: string, records: number) => void;
}

/**
 * Judges every row of a prepared extract and fills the schema `raw`: one typed table per contract table, `rejected`,
 * `reconciliation` and `extract`. Reads `ref.instrument` and `ref.instrument_alias`. Throws ExtractError when a file can't be read
 * whole, and when the rows of a file are not all accounted for.
 */
export async function loadPrepared(
  warehouse: Warehouse,
  prepared: PreparedExtract,
  { asOf, progress = () => undefined }: LoadOptions,
): Promise<LoadReport> {
  const days: Days = { asOf, extractedOn: prepared.extract.extracted_at?.slice(0, 10) ?? null };
  await createRaw(warehouse);
  await createLater(warehouse);
  const { readables, notices } = await openAll(warehouse, prepared.files);
  for (const table of TABLE_NAMES) {
    const own = readables.filter(({ source }) => source.table === table);
    for (const readable of own) {
      const { source, records } = readable;
      await fillIncoming(warehouse, readable);
      const plain = await isPlain(warehouse, readable);
      await judge(warehouse, { ...readable, table, file: source.file, plain }, days);
      await listDamaged(warehouse, source);
      progress(source.file, records + source.damaged.records);
    }
    if (own.length > 0)
      await judgeKeys(
        warehouse,
        table,
        own.map(({ source }) => source.file),
      );
  }
  for (const scratch of ["VIEW IF EXISTS incoming", "TABLE IF EXISTS fields", "TABLE IF EXISTS repeated"])
    await warehouse.run(`DROP ${scratch}`);
  await describeExtract(warehouse, prepared, asOf);
  const { files, rules } = await reconcile(warehouse, readables);
  return {
    files,
    rules,
    notices: [...prepared.notices, ...notices],
    extract: prepared.extract,
    tables: [...prepared.tables],
  };
}

async function createRaw(warehouse: Warehouse): Promise<void> {
  for (const table of TABLE_NAMES) {
    const columns = columnSpecs(table).map((spec) => `${identifier(spec.name)} ${columnType(spec)}`);
    await warehouse.run(
      `CREATE OR REPLACE TABLE raw.${identifier(table)} (${columns.join(", ")}, source_file VARCHAR, source_line BIGINT)`,
    );
  }
  await warehouse.run(
    `CREATE OR REPLACE TABLE raw.rejected
    (file VARCHAR, table_name VARCHAR, line BIGINT, column_name VARCHAR, rule VARCHAR, verdict VARCHAR, mend VARCHAR)`,
  );
}

/** Finds out how to read each source; the faults of all Parquet files are told together. */
async function openAll(
  warehouse: Warehouse,
  sources: readonly PreparedSource[],
): Promise<{ readables: Readable[]; notices: string[] }> {
  const readables: Readable[] = [];
  const notices: string[] = [];
  const faults: Fault[] = [];
  for (const source of sources) {
    if (source.content.format === "csv") {
      readables.push(readableText(source, source.content));
      continue;
    }
    try {
      const opened = await readableParquet(warehouse, source, source.content);
      readables.push(opened.readable);
      notices.push(...opened.notices);
    } catch (error) {
      if (!(error instanceof ExtractError)) throw error;
      faults.push(...error.faults);
    }
  }
  if (faults.length > 0) throw new ExtractError(faults);
  return { readables, notices };
}

async function listDamaged(warehouse: Warehouse, { file, table, damaged }: PreparedSource): Promise<void> {
  if (damaged.path === null) return;
  const mends = Object.entries({ ...JSON_DAMAGE, ...RECORD_DAMAGE }).map(
    ([rule, mend]) => `(${literal(rule)}, ${literal(mend)})`,
  );
  await warehouse.run(
    `INSERT INTO raw.rejected
    SELECT $file, $table, line, NULL, rule, 'rejected', mend
    FROM read_csv($path, header = false, auto_detect = false, delim = ',', columns = {'line': 'BIGINT', 'rule': 'VARCHAR'})
    JOIN (VALUES ${mends.join(", ")}) AS mends (rule, mend) USING (rule)`,
    { file, table, path: damaged.path },
  );
}

async function describeExtract(
  warehouse: Warehouse,
  { extract }: PreparedExtract,
  asOf: string,
): Promise<void> {
  await warehouse.run(
    `CREATE OR REPLACE TABLE raw.extract AS
    SELECT CAST($site AS VARCHAR) AS site, CAST($system AS VARCHAR) AS system, CAST($extracted_at AS VARCHAR) AS extracted_at,
      CAST($coverage_start AS DATE) AS coverage_start, CAST($coverage_end AS DATE) AS coverage_end, CAST($as_of AS DATE) AS as_of`,
    { ...extract, as_of: asOf },
  );
}
