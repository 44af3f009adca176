import { ProgramError } from "../errors.ts";
import type { Measure } from "../measures/measure.ts";
import { ALL } from "../reference/cells.ts";
import { STRATA } from "../reference/strata.ts";
import { identifier, type Warehouse } from "../warehouse/warehouse.ts";
import type { CellGrid } from "./cell_grid.ts";

/** Reads from a measure's table what spans its cells; null where no unit has a baseline. */
export async function readGrid(
  warehouse: Warehouse,
  { id, windows }: Measure,
  moreClinics: readonly string[],
): Promise<CellGrid | null> {
  const table = `measure.${identifier(id)}`;
  const [span] = await warehouse.rows<{ first: string | null; last: string | null }>(
    `SELECT min(period_start) AS first, max(period_start) AS last FROM ${table}`,
  );
  if (!span?.first || !span.last) return null;
  const levels: Record<string, readonly string[]> = {};
  for (const stratum of STRATA) levels[stratum.id] = await valuesOf(warehouse, table, stratum.id);
  const clinics = [...new Set([...(await valuesOf(warehouse, table, "clinic_id")), ...moreClinics])].sort();
  refuseAll(clinics, levels);
  return {
    measure: id,
    instruments: await valuesOf(warehouse, table, "instrument", "WHERE period_start IS NOT NULL"),
    windows,
    clinics,
    levels,
    first: span.first,
    last: span.last,
  };
}

async function valuesOf(warehouse: Warehouse, table: string, column: string, where = ""): Promise<string[]> {
  const rows = await warehouse.rows<{ value: string }>(
    `SELECT DISTINCT ${identifier(column)} AS value FROM ${table} ${where}`,
  );
  return rows.map(({ value }) => value).sort();
}

/** `all` stands for everyone in a cell's key, so nothing of the site's may be called that. */
function refuseAll(clinics: readonly string[], levels: CellGrid["levels"]): void {
  const columns = { clinic_id: clinics, ...levels };
  for (const [column, values] of Object.entries(columns))
    if (values.includes(ALL))
      throw new ProgramError(
        `a ${column} is called "${ALL}", which stands for everyone: recode it in the program file`,
      );
}
