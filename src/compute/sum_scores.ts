import type { Measure } from "../measures/measure.ts";
import type { MomentCell } from "../reference/cells.ts";
import { findInstrument } from "../reference/instruments.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import type { CountOptions } from "./count_cells.ts";
import { sumOverGrid } from "./grid_sums.ts";

/** Score points are kept as whole ten-thousandths until everything is added up. */
const POINT = 10_000;

const SUMS = {
  denominator: "denominator",
  observed: "observed",
  change: "change",
  change_squared: "CAST(change AS HUGEINT) * change",
  baseline: "baseline",
  baseline_squared: "CAST(baseline AS HUGEINT) * baseline",
};

/** Adds up the changes and baselines of a measure of kind `mean` into the same grid as its counts, in score points. */
export async function sumScores(
  warehouse: Warehouse,
  measure: Measure,
  { clinics }: Pick<CountOptions, "clinics">,
): Promise<MomentCell[]> {
  const summed = await sumOverGrid(warehouse, measure, { clinics, sums: SUMS });
  return summed.map(
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
