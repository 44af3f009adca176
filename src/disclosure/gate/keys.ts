import type { CellKey } from "../../reference/cells.ts";

/** Which measure, instrument and window cells and steps speak of. */
export type Series = Pick<CellKey, "measure" | "instrument" | "window">;

/** Cells and steps that speak of the same measure, instrument and window. */
export const seriesOf = ({ measure, instrument, window }: Series): string =>
  [measure, instrument, window].join("|");

/** What a cell is about, whatever is counted in it. */
export const placeOf = ({ period_grain, period_start, clinic_id, stratum, level }: CellKey): string =>
  JSON.stringify([period_grain, period_start, clinic_id, stratum, level]);
