const MS_PER_DAY = 86_400_000;

/** The ISO day `days` after an ISO day (before it where negative). */
export function addDays(day: string, days: number): string {
  return isoDay(Date.parse(day) + days * MS_PER_DAY);
}

/** The ISO day `months` calendar months after an ISO day; a day that month lacks becomes its last day. */
export function addMonths(day: string, months: number): string {
  const { year, month, date } = parts(day);
  const lastDate = new Date(Date.UTC(year, month + months + 1, 0)).getUTCDate();
  return isoDay(Date.UTC(year, month + months, Math.min(date, lastDate)));
}

/** Year, month from 0 and day of the month of an ISO day. */
export function parts(day: string): { year: number; month: number; date: number } {
  const at = new Date(Date.parse(day));
  return { year: at.getUTCFullYear(), month: at.getUTCMonth(), date: at.getUTCDate() };
}

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
