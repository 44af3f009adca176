import { group } from "d3";
import type { CellKey } from "../../src/reference/cells.ts";
import type { Case } from "./oracle.ts";

type Series = Pick<CellKey, "measure" | "instrument" | "window">;
const series = ({ measure, instrument, window }: Series) => `${measure} ${instrument} ${window}`;

/** Finds the cases of a cell, read off the cell's key alone. */
export function caseFinder(cases: readonly Case[]): (cell: CellKey) => Case[] {
  const bySeries = group(cases, series);
  return (cell) => (bySeries.get(series(cell)) ?? []).filter((each) => isIn(cell, each));
}

function isIn(cell: CellKey, each: Case): boolean {
  return (
    (cell.period_start === null || (each.period_start ?? "") >= cell.period_start) &&
    (cell.period_end === null || (each.period_start ?? "9999") <= cell.period_end) &&
    (cell.clinic_id === "all" || each.clinic_id === cell.clinic_id) &&
    (cell.stratum === "all" || each[cell.stratum as keyof Case] === cell.level)
  );
}
