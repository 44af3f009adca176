import { GateError } from "../errors.ts";
import { breakdownsOf, type Measure } from "../measures/measure.ts";
import { addressOf, type CellKey } from "../reference/cells.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import { gridKeys } from "./cell_grid.ts";
import { sumGroups } from "./group_sums.ts";
import { readGrid } from "./read_grid.ts";

/** The key of a cell with what its units add up to, by name. */
export type CellSums<Name extends string> = CellKey & Record<Name, number>;

/**
 * Adds up a measure's table for its breakdowns of `reference/breakdowns.ts`: the full grid, in a fixed order, so that a
 * cell without anybody is a zero and never an absent row. `sums` says what to add up, as SQL over the table's columns;
 * `clinics` have cells even without an episode in it. Empty where no unit has a period.
 */
export async function sumOverGrid<Name extends string>(
  warehouse: Warehouse,
  measure: Measure,
  { clinics = [], sums }: { clinics?: readonly string[] | undefined; sums: Readonly<Record<Name, string>> },
): Promise<CellSums<Name>[]> {
  const breakdowns = breakdownsOf(measure);
  const grid = await readGrid(warehouse, measure, { breakdowns, moreClinics: clinics });
  if (!grid) return [];
  const groups = await sumGroups(warehouse, measure.id, { breakdowns, sums });
  const waiting = new Map(groups.map((group) => [addressOf(group.key), group.sums]));
  const cells = gridKeys(grid).map((key): CellSums<Name> => {
    const found = waiting.get(addressOf(key));
    waiting.delete(addressOf(key));
    return { ...key, ...(found ?? zeros(sums)) };
  });
  const lost = [...waiting.values()].filter((left) => Object.values(left).some((sum) => sum !== 0));
  if (lost.length > 0)
    throw new GateError(
      `measure ${measure.id}: ${lost.length} counted groups have no place in the grid of cells`,
    );
  return cells;
}

const zeros = <Name extends string>(sums: Readonly<Record<Name, string>>) =>
  Object.fromEntries(Object.keys(sums).map((name) => [name, 0])) as Record<Name, number>;
