import { columnSpecs } from "../../src/contracts/specs.ts";
import { TABLE_NAMES, type TableName } from "../../src/contracts/tables.ts";
import { columnType } from "../../src/warehouse/judge_columns.ts";
import { loadReference } from "../../src/warehouse/reference_tables.ts";
import { literal, openWarehouse, type Row, type Warehouse } from "../../src/warehouse/warehouse.ts";
import { builtWhenNamed } from "./built_when_named.ts";
import { type DrawnRow, drawn } from "./drawn.ts";

/** The raw tables with the columns and types that loading gives them. */
const RAW_TABLES = Object.fromEntries(
  TABLE_NAMES.map((table) => [
    table,
    Object.fromEntries(columnSpecs(table).map((spec) => [spec.name, columnType(spec)])),
  ]),
);

export type RawRows = Partial<Record<TableName, readonly Row[]>>;

/** One clinic and one person, for tests that are about something else. */
const PATIENT = drawn(`
  patient_id | birth_date
  p1         | 1980-06-15`);
const CLINIC = drawn(`
  clinic_id
  c1`);

/** Databases that tests have closed, empty again but for the reference tables. */
const idle: Warehouse[] = [];

async function openWithReference(): Promise<Warehouse> {
  const warehouse = await openWarehouse({ path: ":memory:", tempDir: ".tmp", threads: 1 });
  await loadReference(warehouse);
  return warehouse;
}

/** A database in memory with reference tables, which is emptied and kept for another test when it is closed. */
async function openRegistry(): Promise<Warehouse> {
  const warehouse = idle.pop() ?? (await openWithReference());
  return {
    ...warehouse,
    close: async () => {
      for (const schema of ["raw", "staging", "model", "measure"])
        for (const sql of [`DROP SCHEMA ${schema} CASCADE`, `CREATE SCHEMA ${schema}`])
          await warehouse.run(sql);
      idle.push(warehouse);
    },
  };
}

/** The same with the given raw rows; nothing is built. */
export async function loadRegistry({
  patient = PATIENT,
  clinic = CLINIC,
  ...rest
}: RawRows): Promise<Warehouse> {
  const warehouse = await openRegistry();
  const rows: RawRows = { patient, clinic, ...rest };
  for (const table of TABLE_NAMES) await writeRaw(warehouse, table, rows[table] ?? []);
  return warehouse;
}

/** The same with models and measures as of a day, each built when a statement names it. */
export async function buildRegistry(rows: RawRows, asOf: string): Promise<Warehouse> {
  return builtWhenNamed(await loadRegistry(rows), asOf);
}

/** Drawn assessments of person `p1`: ids and the instrument are filled in where not drawn. */
export function assessments(text: string, fixed: Row = {}): Row[] {
  return drawn(text).map((row: DrawnRow, index) => ({
    assessment_id: `a${index + 1}`,
    patient_id: "p1",
    instrument: "phq9",
    ...fixed,
    ...row,
  }));
}

/** One episode `e1` of person `p1` at clinic `c1`. */
export const enrolled = (enrolled_date: string, ended_date: string | null = null): Row[] => [
  { episode_id: "e1", patient_id: "p1", clinic_id: "c1", enrolled_date, ended_date },
];

async function writeRaw(warehouse: Warehouse, table: TableName, rows: readonly Row[]): Promise<void> {
  const columns = Object.entries({ ...RAW_TABLES[table], source_file: "VARCHAR", source_line: "BIGINT" });
  for (const row of rows)
    for (const name of Object.keys(row))
      if (!columns.some(([column]) => column === name)) throw new Error(`raw.${table} has no column ${name}`);
  const definitions = columns.map(([name, type]) => `${name} ${type}`).join(", ");
  await warehouse.run(`CREATE TABLE raw.${table} (${definitions})`);
  if (rows.length === 0) return;
  const shape = literal(JSON.stringify([Object.fromEntries(columns)]));
  await warehouse.run(
    `INSERT INTO raw.${table} SELECT unnest(from_json($rows::JSON, ${shape}), recursive := true)`,
    {
      rows: JSON.stringify(rows),
    },
  );
}
