import { mean, rollup } from "d3";
import { ALL, type CellKey, type CountCell } from "../reference/cells.ts";

/** A clinic's or a group's months and quarters are published where they hold this many eligible people each, on average. */
export const PEOPLE_PER_CELL = 100;

/** The same for what is counted by month only: a clinic's caseload is 40 to 100 people, and there is nothing coarser to read instead. */
export const PEOPLE_PER_ONLY_MONTH = 25;

/**
 * Says which cells belong to cuts that are coarse enough to read: years and all time always, the whole programme always, and
 * shorter periods of its parts where their cells hold enough people on average, counting those whose windows have closed.
 * The parts of a cut add up to the programme, so it is kept or left out whole, by totals alone, and tells nothing of any part.
 */
export function readableCuts(cells: readonly CountCell[]): (cell: CellKey) => boolean {
  const hasAll = new Set(cells.filter(({ period_grain }) => period_grain === ALL).map(seriesOf));
  const closed = cells.filter(({ cohort }) => cohort === "closed");
  const people = rollup(closed, (own) => mean(own, ({ denominator }) => denominator) ?? 0, cutOf);
  const enough = (cell: CellKey) => (hasAll.has(seriesOf(cell)) ? PEOPLE_PER_CELL : PEOPLE_PER_ONLY_MONTH);
  return (cell) => isCoarse(cell) || (people.get(cutOf(cell)) ?? 0) >= enough(cell);
}

const isCoarse = ({ period_grain, clinic_id, stratum }: CellKey): boolean =>
  period_grain === "year" || period_grain === ALL || (clinic_id === ALL && stratum === ALL);

const seriesOf = ({ measure, instrument, window }: CellKey): string =>
  JSON.stringify([measure, instrument, window]);

const cutOf = (cell: CellKey): string =>
  JSON.stringify([seriesOf(cell), cell.period_grain, cell.clinic_id !== ALL, cell.stratum]);
