import type { CellKey, Cohort } from "../reference/cells.ts";
import { addDays, addMonths } from "../reference/days.ts";
import { findWindow, type Window } from "../reference/windows.ts";

type Dated = Pick<CellKey, "window" | "period_start" | "period_end">;

/** Whether the windows of units anchored in a cell's period have closed by the as-of date, from dates alone. */
export function cohortOf({ window: id, period_start, period_end }: Dated, asOf: string): Cohort {
  const window = findWindow(id);
  if (period_start === null || period_end === null) return "closed";
  const { end_days } = window;
  if (end_days === null) return "closing";
  const ends = { ...window, end_days };
  if (lastDay(ends, lastAnchor(window, period_end)) <= asOf) return "closed";
  return lastDay(ends, period_start) > asOf ? "open" : "closing";
}

/** `cohortOf` for many cells of few periods. */
export function cohortsAt(asOf: string): (cell: Dated) => Cohort {
  const known = new Map<string, Cohort>();
  return (cell) => {
    const key = `${cell.window} ${cell.period_start} ${cell.period_end}`;
    const cohort = known.get(key) ?? cohortOf(cell, asOf);
    known.set(key, cohort);
    return cohort;
  };
}

/** The last day on which a window of this kind can be anchored in a period that ends on this day. */
function lastAnchor({ anchor }: Window, periodEnd: string): string {
  if (anchor === "month") return `${periodEnd.slice(0, 7)}-01`;
  return anchor === "year" ? `${periodEnd.slice(0, 4)}-01-01` : periodEnd;
}

const lastDay = ({ months, end_days }: Window & { end_days: number }, anchor: string): string =>
  addDays(addMonths(anchor, months), end_days);
