import { GateError } from "../errors.ts";
import type { Measure } from "../measures/measure.ts";
import type { CellKey, CountCell } from "../reference/cells.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import { type CellGrid, gridKeys } from "./cell_grid.ts";
import { cohortOf } from "./cohort.ts";
import { type CountedGroup, countGroups } from "./count_groups.ts";
import { readGrid } from "./read_grid.ts";

export interface CountOptions {
  /** ISO day up to which the extract is known. */
  asOf: string;
  /** Clinics that are to have cells although no episode of theirs is in the measure's table. */
  clinics?: readonly string[];
}

/**
 * Counts a measure's table into cells, for every breakdown of `reference/breakdowns.ts`: the full grid, in a fixed order,
 * so that a cell without anybody is a zero and never an absent row. Empty where no instrument has a baseline.
 */
export async function countCells(
  warehouse: Warehouse,
  measure: Measure,
  { asOf, clinics = [] }: CountOptions,
): Promise<CountCell[]> {
  const grid = await readGrid(warehouse, measure, clinics);
  if (!grid) return [];
  const counted = new Map((await countGroups(warehouse, measure.id)).map((group) => [address(group), group]));
  const cells = gridKeys(grid).map((key): CountCell => {
    const group = counted.get(address(key));
    counted.delete(address(key));
    const { denominator = 0, observed = 0, numerator = 0 } = group ?? {};
    return { measure: measure.id, ...key, denominator, observed, numerator, cohort: cohortOf(key, asOf) };
  });
  refuseCountsOutside(grid, [...counted.values()]);
  return cells;
}

/** Counts that no cell takes up would be lost without a word. */
function refuseCountsOutside({ measure }: CellGrid, left: readonly CountedGroup[]): void {
  const lost = left.filter(({ denominator }) => denominator > 0).length;
  if (lost > 0)
    throw new GateError(`measure ${measure}: ${lost} counted groups have no place in the grid of cells`);
}

const address = (key: Omit<CellKey, "measure" | "period_end">): string =>
  JSON.stringify([
    key.instrument,
    key.window,
    key.period_grain,
    key.period_start,
    key.clinic_id,
    key.stratum,
    key.level,
  ]);
