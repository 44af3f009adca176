import { loadReference } from "../../src/warehouse/reference_tables.ts";
import { buildModels } from "../../src/warehouse/run_models.ts";
import { literal, openWarehouse, type Row, type Warehouse } from "../../src/warehouse/warehouse.ts";
import { type DrawnRow, drawn } from "./drawn.ts";

const ITEMS = Array.from({ length: 21 }, (_, index) => `item_${index + 1}`);

/** The tables that the models of today need, typed as the contract has them. */
const RAW_TABLES = {
  patient: {
    patient_id: "VARCHAR",
    birth_date: "DATE",
    birth_year: "INTEGER",
    sex: "VARCHAR",
    gender: "VARCHAR",
    race: "VARCHAR",
    ethnicity: "VARCHAR",
    language: "VARCHAR",
    area_code: "VARCHAR",
    deceased_date: "DATE",
  },
  clinic: {
    clinic_id: "VARCHAR",
    name: "VARCHAR",
    organisation: "VARCHAR",
    area_code: "VARCHAR",
    setting: "VARCHAR",
    panel_size: "INTEGER",
  },
  episode: {
    episode_id: "VARCHAR",
    patient_id: "VARCHAR",
    clinic_id: "VARCHAR",
    care_manager_id: "VARCHAR",
    referred_date: "DATE",
    enrolled_date: "DATE",
    ended_date: "DATE",
    end_reason: "VARCHAR",
    target_condition: "VARCHAR",
    primary_instrument: "VARCHAR",
  },
  assessment: {
    assessment_id: "VARCHAR",
    patient_id: "VARCHAR",
    episode_id: "VARCHAR",
    instrument: "VARCHAR",
    assessed_date: "DATE",
    total: "DECIMAL(18, 4)",
    ...Object.fromEntries(ITEMS.map((item) => [item, "INTEGER"])),
    recorded_at: "TIMESTAMP",
  },
  coverage: { patient_id: "VARCHAR", payer_category: "VARCHAR", start_date: "DATE", end_date: "DATE" },
} as const satisfies Record<string, Record<string, string>>;

type RawTable = keyof typeof RAW_TABLES;
export type RawRows = Partial<Record<RawTable, readonly Row[]>>;

/** One clinic and one person, for tests that are about something else. */
const PATIENT = drawn(`
  patient_id | birth_date
  p1         | 1980-06-15`);
const CLINIC = drawn(`
  clinic_id
  c1`);

/** A database in memory with reference tables and the given raw rows; nothing is built. */
async function loadRaw({ patient = PATIENT, clinic = CLINIC, ...rest }: RawRows): Promise<Warehouse> {
  const warehouse = await openWarehouse({ path: ":memory:", tempDir: ".tmp" });
  await loadReference(warehouse);
  const rows: RawRows = { patient, clinic, ...rest };
  for (const table of Object.keys(RAW_TABLES) as RawTable[])
    await writeRaw(warehouse, table, rows[table] ?? []);
  return warehouse;
}

/** The same with every model and measure built as of a day. */
export async function buildRegistry(rows: RawRows, asOf: string): Promise<Warehouse> {
  const warehouse = await loadRaw(rows);
  await buildModels(warehouse, { asOf });
  return warehouse;
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

async function writeRaw(warehouse: Warehouse, table: RawTable, rows: readonly Row[]): Promise<void> {
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
