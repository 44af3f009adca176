import type { CellKey, Cohort } from "../reference/cells.ts";
import { addDays, addMonths } from "../reference/days.ts";
import { WINDOWS } from "../reference/windows.ts";

/** Whether the windows of people with a baseline in a cell's period have closed by the as-of date, from dates alone. */
export function cohortOf(
  { window, period_start, period_end }: Pick<CellKey, "window" | "period_start" | "period_end">,
  asOf: string,
): Cohort {
  if (period_start === null || period_end === null) return "closed";
  if (windowEnd(window, period_end) <= asOf) return "closed";
  return windowEnd(window, period_start) > asOf ? "open" : "closing";
}

function windowEnd(id: string, baseline: string): string {
  const window = WINDOWS.find((candidate) => candidate.id === id);
  if (!window) throw new RangeError(`no outcome window ${id}`);
  return addDays(addMonths(baseline, window.months), window.end_days);
}
