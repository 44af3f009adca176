import { rollup } from "d3";
import { ALL, type CellKey } from "../../reference/cells.ts";
import { type Series, seriesOf } from "./keys.ts";

/** What a cell or a waterfall is about, as far as it says of whom it is a part. */
type About = Series & Pick<CellKey, "period_start">;

/** The cells that are part of no other, and to which of them a cell or a waterfall belongs. */
export interface Wholes {
  isWhole: (cell: CellKey) => boolean;
  keyOf: (row: About) => string;
}

/**
 * Finds the wholes of a release: everyone over all time, or everyone in each month where a series is counted by month only,
 * since its months add up to nothing that is published.
 */
export function findWholes(cells: readonly CellKey[]): Wholes {
  const hasAll = rollup(cells, (own) => own.some(({ period_grain }) => period_grain === ALL), seriesOf);
  const isByMonth = (row: About) => hasAll.get(seriesOf(row)) === false;
  return {
    isWhole: (cell) =>
      cell.clinic_id === ALL && cell.stratum === ALL && (cell.period_grain === ALL || isByMonth(cell)),
    keyOf: (row) => (isByMonth(row) ? `${seriesOf(row)} ${row.period_start}` : seriesOf(row)),
  };
}
