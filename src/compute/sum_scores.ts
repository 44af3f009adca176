import type { MomentCell } from "../reference/cells.ts";
import { findInstrument } from "../reference/instruments.ts";
import type { CellGrid } from "./cell_grid.ts";
import { sumOverGrid } from "./grid_sums.ts";
import type { Tally } from "./measure_tallies.ts";

/** Score points are kept as whole ten-thousandths until everything is added up. */
const POINT = 10_000;

/** What to add up of a measure of kind `mean` beside its counts. */
export const SCORE_SUMS = {
  change: "change",
  change_squared: "CAST(change AS HUGEINT) * change",
  baseline: "baseline",
  baseline_squared: "CAST(baseline AS HUGEINT) * baseline",
};

/** The changes and baselines of a measure of kind `mean` in the same grid as its counts, in score points. */
export function toMoments(grid: CellGrid, tallies: readonly Tally[]): MomentCell[] {
  return sumOverGrid(grid, tallies, (key, sums) => {
    const { denominator = 0, observed = 0, change = 0, baseline = 0 } = sums;
    return {
      ...key,
      range: rangeOf(key.instrument),
      change: moments(observed, change, sums.change_squared ?? 0),
      baseline: moments(denominator, baseline, sums.baseline_squared ?? 0),
    };
  });
}

const moments = (n: number, sum: number, squares: number) => ({
  n,
  sum: sum / POINT,
  sum_of_squares: squares / POINT ** 2,
});

function rangeOf(id: string): number {
  const scale = findInstrument(id);
  if (!scale) throw new RangeError(`no instrument ${id}, so a mean on it has no range`);
  return scale.max - scale.min;
}
