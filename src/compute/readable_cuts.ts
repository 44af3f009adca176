import { mean, rollup } from "d3";
import { ALL, type CellKey, type CountCell } from "../reference/cells.ts";

/** A clinic's or a group's months and quarters are published where they hold this many eligible people each, on average. */
export const PEOPLE_PER_CELL = 100;

/**
 * Says which cells belong to cuts that are coarse enough to read: years and all time always, the whole programme always, and
 * shorter periods of its parts where their cells hold `PEOPLE_PER_CELL` on average, counting those whose windows have closed.
 * The parts of a cut add up to the programme, so it is kept or left out whole, by totals alone, and tells nothing of any part.
 * What is counted by month only keeps its months, for it has nothing coarser.
 */
export function readableCuts(cells: readonly CountCell[]): (cell: CellKey) => boolean {
  const hasAll = new Set(cells.filter(({ period_grain }) => period_grain === ALL).map(seriesOf));
  const closed = cells.filter(({ cohort }) => cohort === "closed");
  const people = rollup(closed, (own) => mean(own, ({ denominator }) => denominator) ?? 0, cutOf);
  return (cell) =>
    isCoarse(cell) || !hasAll.has(seriesOf(cell)) || (people.get(cutOf(cell)) ?? 0) >= PEOPLE_PER_CELL;
}

const isCoarse = ({ period_grain, clinic_id, stratum }: CellKey): boolean =>
  period_grain === "year" || period_grain === ALL || (clinic_id === ALL && stratum === ALL);

const seriesOf = ({ measure, instrument, window }: CellKey): string =>
  JSON.stringify([measure, instrument, window]);

const cutOf = (cell: CellKey): string =>
  JSON.stringify([seriesOf(cell), cell.period_grain, cell.clinic_id !== ALL, cell.stratum]);
