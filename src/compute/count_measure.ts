import type { Measure } from "../measures/measure.ts";
import type { CountCell, MomentCell, WaterfallStep } from "../reference/cells.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import { findGrid } from "./cell_grid.ts";
import { cohortsAt } from "./cohort.ts";
import { countWaterfall } from "./count_waterfall.ts";
import { sumOverGrid } from "./grid_sums.ts";
import { tallyMeasure } from "./measure_tallies.ts";
import { toMoments, valueSums } from "./sum_values.ts";

export interface CountOptions {
  /** ISO day up to which the extract is known. */
  asOf: string;
  /** Clinics that are to have cells although no episode of theirs is in the measure's table. */
  clinics?: readonly string[];
}

/** A measure's exact numbers. */
export interface CountedMeasure {
  /** The full grid; empty where no instrument has a baseline. */
  cells: CountCell[];
  /** From every unit to the numerator. */
  steps: WaterfallStep[];
  /** Of a measure of kind `mean` the sums of its values, cell by cell; else none. */
  moments: MomentCell[];
}

const COUNTS = { denominator: "denominator", observed: "observed", numerator: "numerator" };

/** Counts a measure's table in one pass over it. */
export async function countMeasure(
  warehouse: Warehouse,
  measure: Measure,
  { asOf, clinics = [] }: CountOptions,
): Promise<CountedMeasure> {
  const { mean } = measure;
  const tallies = await tallyMeasure(warehouse, measure, mean ? { ...COUNTS, ...valueSums(mean) } : COUNTS);
  const grid = findGrid(measure, tallies, clinics);
  if (!grid) return { cells: [], steps: [], moments: [] };
  const cohort = cohortsAt(asOf);
  return {
    cells: sumOverGrid(grid, tallies, (key, { denominator = 0, observed = 0, numerator = 0 }) => ({
      denominator,
      observed,
      numerator,
      cohort: cohort(key),
    })),
    steps: countWaterfall(measure, tallies, asOf),
    moments: mean ? toMoments(mean, grid, tallies) : [],
  };
}
