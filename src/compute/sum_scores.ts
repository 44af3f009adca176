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

const SUMMED = [
  "denominator",
  "observed",
  "change",
  "change_squared",
  "baseline",
  "baseline_squared",
] as const;

/** The changes and baselines of a measure of kind `mean` in the same grid as its counts, in score points. */
export function toMoments(grid: CellGrid, tallies: readonly Tally[]): MomentCell[] {
  return sumOverGrid(grid, tallies, SUMMED).map(
    ({ denominator, observed, change, change_squared, baseline, baseline_squared, ...key }) => ({
      ...key,
      range: rangeOf(key.instrument),
      change: moments(observed, change, change_squared),
      baseline: moments(denominator, baseline, baseline_squared),
    }),
  );
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
