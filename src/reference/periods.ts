import type { PeriodGrain } from "./cells.ts";
import { addDays, addMonths, parts } from "./days.ts";

/** A span of days, both ends included; both null for everything up to the as-of date. */
export interface Period {
  period_start: string | null;
  period_end: string | null;
}

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** Every period of a grain from the one that holds `first` to the one that holds `last`, none left out. */
export function periodsBetween(grain: PeriodGrain, first: string, last: string): Period[] {
  if (grain === "all") return [{ period_start: null, period_end: null }];
  const periods: Period[] = [];
  let start = startOfPeriod(grain, first);
  while (start <= last) {
    const next = addMonths(start, MONTHS[grain]);
    periods.push({ period_start: start, period_end: addDays(next, -1) });
    start = next;
  }
  return periods;
}

/** First day of the period that holds a day. */
export function startOfPeriod(grain: Exclude<PeriodGrain, "all">, day: string): string {
  const { month, date } = parts(day);
  return addMonths(addDays(day, 1 - date), -(month % MONTHS[grain]));
}
