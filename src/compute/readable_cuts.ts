import { group, mean, rollup } from "d3";
import { ALL, type CellKey, type CountCell } from "../reference/cells.ts";
import { STRATA } from "../reference/strata.ts";

/** What is counted again in each period is published of clinics and groups that hold this many people each, on average: a caseload is 40 to 100. */
export const PEOPLE_PER_CELL = 25;

/** Of one series a table of clinics or groups by period has at most this many cells. */
export const CELLS_PER_CUT = 120;

/** And at most so many periods. */
export const RECENT_PERIODS = 12;

/** The strata of `reference/strata.ts`; of others the tables are small, and pages draw them over time. */
const PEOPLE_STRATA = new Set([ALL, ...STRATA.map(({ id }) => id)]);

/**
 * Says which cells belong to tables that can be read, a table being designed before it is protected: the whole programme in
 * every period, and its parts over all time. Periods of parts are drawn on no page, are mostly too small to be shown, and bind
 * what is hidden so tightly that more must be; they are left out. What is counted again in each period adds up to nothing
 * longer, so of its parts the latest periods that have closed are kept, as many as a table holds, where it holds enough
 * people on average. The parts of a cut add up to the programme, so a period of it is kept or left out whole, by totals alone,
 * and tells nothing of any part. How many cells there are depends on clinics, groups and months, and hardly on people.
 */
export function readableCuts(cells: readonly CountCell[]): (cell: CellKey) => boolean {
  const hasAll = new Set(cells.filter(({ period_grain }) => period_grain === ALL).map(seriesOf));
  const judged = cells.filter((cell) => !isAlwaysRead(cell) && !hasAll.has(seriesOf(cell)));
  const kept = new Map([...group(judged, cutOf)].map(([cut, own]) => [cut, latestOf(own)]));
  return (cell) => isAlwaysRead(cell) || (kept.get(cutOf(cell))?.has(cell.period_start ?? "") ?? false);
}

/** A table of one series' clinics by period that is taken along whole has at most this many cells: three years of months of eleven clinics. */
export const CELLS_TO_TAKE = 400;

/** Says which cells belong to tables short enough to be taken along where no page draws them: those of many clinics by month are not. */
export function shortCuts(cells: readonly CellKey[]): (cell: CellKey) => boolean {
  const sizes = rollup(
    cells.filter((cell) => !isAlwaysRead(cell)),
    (own) => own.length,
    cutOf,
  );
  return (cell) => isAlwaysRead(cell) || (sizes.get(cutOf(cell)) ?? 0) <= CELLS_TO_TAKE;
}

const isAlwaysRead = ({ period_grain, clinic_id, stratum }: CellKey): boolean =>
  period_grain === ALL || (clinic_id === ALL && stratum === ALL);

/** The first days of the periods of a cut that are published. */
function latestOf(cells: readonly CountCell[]): ReadonlySet<string> {
  const closed = cells.filter(({ cohort }) => cohort === "closed");
  if ((mean(closed, ({ denominator }) => denominator) ?? 0) < PEOPLE_PER_CELL) return new Set();
  if (!cells.some(({ stratum }) => PEOPLE_STRATA.has(stratum))) return startsOf(cells);
  const starts = startsOf(closed);
  const parts = closed.length / starts.size;
  const periods = Math.min(RECENT_PERIODS, Math.max(1, Math.floor(CELLS_PER_CUT / parts)));
  return new Set([...starts].sort().slice(-periods));
}

const startsOf = (cells: readonly CountCell[]): ReadonlySet<string> =>
  new Set(cells.map(({ period_start }) => period_start ?? ""));

const seriesOf = ({ measure, instrument, window }: CellKey): string =>
  [measure, instrument, window].join("|");

const cutOf = (cell: CellKey): string =>
  [seriesOf(cell), cell.period_grain, cell.clinic_id !== ALL, cell.stratum].join("|");
