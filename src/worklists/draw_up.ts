import { listSqlFiles } from "../warehouse/sql_files.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import { WORKLISTS } from "./lists.ts";
import type { ListedRow, Worklist } from "./worklist.ts";

/** Every list of one day, each row in its order. */
export interface Worklists {
  /** The one clock: everything is counted up to this day. */
  asOf: string;
  drawn: readonly DrawnList[];
  absent: readonly AbsentList[];
}

interface DrawnList extends Worklist {
  rows: readonly ListedRow[];
}

/** A list that would say what is not so, for want of a table. */
interface AbsentList extends Worklist {
  missing: readonly string[];
}

/** Draws up the lists from built models; `tables` are the contract tables that the extract has. */
export async function drawUpWorklists(
  warehouse: Warehouse,
  { asOf, tables }: { asOf: string; tables: readonly string[] },
): Promise<Worklists> {
  const sql = new Map(listSqlFiles(["worklists"]).map((file) => [file.name, file.sql]));
  const drawn: DrawnList[] = [];
  const absent: AbsentList[] = [];
  for (const list of WORKLISTS) {
    const missing = list.needs.filter((table) => !tables.includes(table));
    if (missing.length > 0) {
      absent.push({ ...list, missing });
      continue;
    }
    const rows = await warehouse.rows<ListedRow>(`${sql.get(list.id)} ORDER BY rank`, { as_of: asOf });
    drawn.push({ ...list, rows });
  }
  return { asOf, drawn, absent };
}
