import type { Measure } from "../measures/measure.ts";
import type { CountCell } from "../reference/cells.ts";
import type { Warehouse } from "../warehouse/warehouse.ts";
import { cohortOf } from "./cohort.ts";
import { sumOverGrid } from "./grid_sums.ts";

export interface CountOptions {
  /** ISO day up to which the extract is known. */
  asOf: string;
  /** Clinics that are to have cells although no episode of theirs is in the measure's table. */
  clinics?: readonly string[];
}

const COUNTS = { denominator: "denominator", observed: "observed", numerator: "numerator" };

/** Counts a measure's table into the full grid of cells. Empty where no instrument has a baseline. */
export async function countCells(
  warehouse: Warehouse,
  measure: Measure,
  { asOf, clinics }: CountOptions,
): Promise<CountCell[]> {
  const counted = await sumOverGrid(warehouse, measure, { clinics, sums: COUNTS });
  return counted.map((cell) => ({ ...cell, cohort: cohortOf(cell, asOf) }));
}
