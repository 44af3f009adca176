import type { Breakdown } from "../reference/breakdowns.ts";
import { ALL, type CellKey } from "../reference/cells.ts";
import { periodsBetween } from "../reference/periods.ts";
import { possibleLevels, UNKNOWN } from "../reference/strata.ts";

/** What spans the cells of one measure. */
export interface CellGrid {
  measure: string;
  breakdowns: readonly Breakdown[];
  instruments: readonly string[];
  windows: readonly string[];
  clinics: readonly string[];
  /** The categories met in each stratum. */
  levels: Readonly<Record<string, readonly string[]>>;
  /** First day of the first and of the last month with a baseline. */
  first: string;
  last: string;
}

/** The key of every cell of a grid, in the order in which cells are published. */
export function gridKeys(grid: CellGrid): CellKey[] {
  return grid.instruments.flatMap((instrument) =>
    grid.windows.flatMap((window) =>
      grid.breakdowns.flatMap((breakdown) => cut(grid, instrument, window, breakdown)),
    ),
  );
}

function cut(grid: CellGrid, instrument: string, window: string, breakdown: Breakdown): CellKey[] {
  const { measure } = grid;
  const { period_grain, by_clinic } = breakdown;
  const stratum = breakdown.stratum ?? ALL;
  const clinics = by_clinic ? grid.clinics : [ALL];
  const levels = breakdown.stratum ? levelsOf(grid, instrument, breakdown.stratum) : [ALL];
  const periods = periodsBetween(period_grain, grid.first, grid.last);
  return clinics.flatMap((clinic_id) =>
    levels.flatMap((level) =>
      periods.map((period) => ({
        measure,
        instrument,
        window,
        period_grain,
        ...period,
        clinic_id,
        stratum,
        level,
      })),
    ),
  );
}

/** Whoever has no category has a level even where nobody lacks one: a measure without it would tell that zero of another that counts the same people. */
const levelsOf = (grid: CellGrid, instrument: string, stratum: string): readonly string[] =>
  possibleLevels(stratum, instrument) ?? [...new Set([...(grid.levels[stratum] ?? []), UNKNOWN])];
