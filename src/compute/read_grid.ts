import { ProgramError } from "../errors.ts";
import type { Measure } from "../measures/measure.ts";
import type { Breakdown } from "../reference/breakdowns.ts";
import { ALL } from "../reference/cells.ts";
import { STRATA } from "../reference/strata.ts";
import { identifier, type Row, type Warehouse } from "../warehouse/warehouse.ts";
import type { CellGrid } from "./cell_grid.ts";

const COLUMNS: readonly string[] = ["instrument", "clinic_id", ...STRATA.map(({ id }) => id)];

/** One value of one column, and the first days of the months between which it has a period; null where it has none. */
type MetValue = Row & { grouping_mask: number; value: string; first: string | null; last: string | null };

/** Reads from a measure's table, in one pass, what spans its cells; null where no unit has a baseline. */
export async function readGrid(
  warehouse: Warehouse,
  { id, windows }: Measure,
  { breakdowns, moreClinics }: { breakdowns: readonly Breakdown[]; moreClinics: readonly string[] },
): Promise<CellGrid | null> {
  const met = await warehouse.rows<MetValue>(gridSql(id));
  const valuesOf = (column: string) =>
    met.filter(({ grouping_mask }) => grouping_mask === maskOf(column)).sort(byValue);
  const instruments = valuesOf("instrument").filter(({ first }) => first !== null);
  const firsts = instruments.map(({ first }) => String(first)).sort();
  const lasts = instruments.map(({ last }) => String(last)).sort();
  const [first, last] = [firsts.at(0), lasts.at(-1)];
  if (first === undefined || last === undefined) return null;
  const levels = Object.fromEntries(
    STRATA.map((stratum) => [stratum.id, valuesOf(stratum.id).map(({ value }) => value)]),
  );
  const clinics = [...new Set([...valuesOf("clinic_id").map(({ value }) => value), ...moreClinics])].sort();
  refuseAll(clinics, levels);
  return {
    measure: id,
    breakdowns,
    instruments: instruments.map(({ value }) => value),
    windows,
    clinics,
    levels,
    first,
    last,
  };
}

function gridSql(measure: string): string {
  const columns = COLUMNS.map(identifier).join(", ");
  const sets = COLUMNS.map((column) => `(${identifier(column)})`).join(", ");
  return `
    SELECT grouping(${columns}) AS grouping_mask, coalesce(${columns}) AS value, min(period_start) AS first, max(period_start) AS last
    FROM measure.${identifier(measure)}
    GROUP BY GROUPING SETS (${sets})`;
}

/** What SQL's `grouping()` gives where only this column is grouped by: a bit per column, set for all the others. */
const maskOf = (column: string): number =>
  2 ** COLUMNS.length - 1 - 2 ** (COLUMNS.length - 1 - COLUMNS.indexOf(column));

const byValue = (a: MetValue, b: MetValue): number => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);

/** `all` stands for everyone in a cell's key, so nothing of the site's may be called that. */
function refuseAll(clinics: readonly string[], levels: CellGrid["levels"]): void {
  const columns = { clinic_id: clinics, ...levels };
  for (const [column, values] of Object.entries(columns))
    if (values.includes(ALL))
      throw new ProgramError(
        `a ${column} is called "${ALL}", which stands for everyone: recode it in the program file`,
      );
}
