import { ALL, type CellKey, type CountCell } from "../../reference/cells.ts";

/** Which measure, instrument and window cells and steps speak of. */
export type Series = Pick<CellKey, "measure" | "instrument" | "window">;

/** Cells and steps that speak of the same measure, instrument and window. */
export const seriesOf = ({ measure, instrument, window }: Series): string =>
  [measure, instrument, window].join("|");

/** What a cell is about, whatever is counted in it. */
export const placeOf = ({ period_grain, period_start, clinic_id, stratum, level }: CellKey): string =>
  JSON.stringify([period_grain, period_start, clinic_id, stratum, level]);

/** Whether only late data can still change a cell: its period has closed, as all time never has. */
export const hasClosed = ({ cohort, period_grain }: Pick<CountCell, "cohort" | "period_grain">): boolean =>
  cohort === "closed" && period_grain !== ALL;
