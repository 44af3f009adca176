import type { MomentCell } from "../reference/cells.ts";
import { findInstrument } from "../reference/instruments.ts";
import { MEAN_UNITS, type MeanOf } from "../reference/means.ts";
import type { CellGrid } from "./cell_grid.ts";
import { sumOverGrid } from "./grid_sums.ts";
import type { Tally } from "./measure_tallies.ts";

/** What to add up of a mean beside its counts, of rows called `unit`: in whole parts of its unit until everything is added up. */
export function valueSums({ unit, most }: MeanOf): Record<string, string> {
  const { parts, has_baseline } = MEAN_UNITS[unit];
  const held =
    most === null ? VALUE : `CASE WHEN ${VALUE} > ${most * parts} THEN ${most * parts} ELSE ${VALUE} END`;
  return {
    total: VALUE,
    total_squared: squared(VALUE),
    held,
    held_squared: squared(held),
    ...(has_baseline ? { baseline: "baseline", baseline_squared: squared("baseline") } : {}),
  };
}

const VALUE = "unit.value";

const squared = (value: string): string => `CAST(${value} AS HUGEINT) * (${value})`;

/** The values and baselines of a mean in the same grid as its counts, in its unit. */
export function toMoments({ unit, most }: MeanOf, grid: CellGrid, tallies: readonly Tally[]): MomentCell[] {
  const { parts, has_baseline } = MEAN_UNITS[unit];
  const moments = (n = 0, sum = 0, squares = 0) => ({
    n,
    sum: sum / parts,
    sum_of_squares: squares / parts ** 2,
  });
  return sumOverGrid(grid, tallies, (key, { denominator, observed, ...sums }) => ({
    unit,
    range: most ?? rangeOf(key.instrument),
    value: moments(observed, sums.total, sums.total_squared),
    held: moments(observed, sums.held, sums.held_squared),
    baseline: has_baseline ? moments(denominator, sums.baseline, sums.baseline_squared) : null,
  }));
}

function rangeOf(id: string): number {
  const scale = findInstrument(id);
  if (!scale) throw new RangeError(`no instrument ${id}, so a mean on it has no range`);
  return scale.max - scale.min;
}
