import { openWarehouse, type Warehouse } from "../../src/warehouse/warehouse.ts";
import { drawn } from "./drawn.ts";

/** A drawn measure table; what is not drawn is one counted, unobserved PHQ-9 unit in the 10-week window. */
export type CaseTable = string;

const COLUMNS = {
  unit_id: "VARCHAR",
  instrument: "VARCHAR",
  window: "VARCHAR",
  period_start: "DATE",
  clinic_id: "VARCHAR",
  age_band: "VARCHAR",
  sex: "VARCHAR",
  race: "VARCHAR",
  ethnicity: "VARCHAR",
  language: "VARCHAR",
  area: "VARCHAR",
  payer: "VARCHAR",
  baseline_band: "VARCHAR",
  denominator: "INTEGER",
  observed: "INTEGER",
  numerator: "INTEGER",
  exclusion_reason: "VARCHAR",
};

const USUAL = {
  instrument: "phq9",
  window: "10w",
  clinic_id: "north",
  age_band: "18_to_29",
  sex: "unknown",
  race: "unknown",
  ethnicity: "unknown",
  language: "unknown",
  area: "unknown",
  payer: "unknown",
  baseline_band: "severe",
  denominator: "1",
  observed: "0",
  numerator: "0",
};

/** A database that holds nothing but `measure.<id>`, as drawn. */
export async function caseTable(id: string, table: CaseTable): Promise<Warehouse> {
  const warehouse = await openWarehouse({ path: ":memory:", tempDir: ".tmp", threads: 1 });
  const columns = Object.entries(COLUMNS);
  await warehouse.run(
    `CREATE TABLE measure.${id} (${columns.map(([name, type]) => `"${name}" ${type}`).join(", ")})`,
  );
  for (const [index, row] of drawn(table).entries()) {
    const values: Record<string, string | null> = { ...USUAL, unit_id: `e${index}`, ...row };
    await warehouse.run(
      `INSERT INTO measure.${id} VALUES (${columns.map(([name]) => `$${name}`).join(", ")})`,
      Object.fromEntries(columns.map(([name]) => [name, values[name] ?? null])),
    );
  }
  return warehouse;
}
