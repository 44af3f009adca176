import { type CountRule, type FieldRule, oneOf } from "./column_rules.ts";
import type { Row } from "./read_tables.ts";

/** The parts of a manifest that say what a table may speak of. */
export interface Vocabulary {
  policy: CountRule;
  measures: readonly { id: string; mean?: { unit: string; most: number | null } }[];
  instruments: readonly { id: string; min: number; max: number }[];
  windows: readonly { id: string }[];
  clinics: readonly { clinic_id: string }[];
  strata: readonly { id: string; levels: readonly { id: string }[] }[];
  survival: {
    events: readonly { id: string }[];
    scales: readonly { id: string; times: readonly number[] }[];
  };
}

/** One of the ids that the manifest declares. */
export const ids = (entries: readonly { id: string }[], ...others: readonly string[]) =>
  oneOf(...entries.map(({ id }) => id), ...others);

/** Whether a row is told, and why not. */
export const STATUS = oneOf("shown", "suppressed", "no_value", "pending");

/** What every table of cells says of its rows: words that the manifest declares. */
export function keyRules({ measures, instruments, windows, clinics, strata }: Vocabulary) {
  const levels = new Set([
    "all all",
    ...strata.flatMap(({ id, levels }) => levels.map((level) => `${id} ${level.id}`)),
  ]);
  return {
    measure: ids(measures),
    instrument: ids(instruments, "any"),
    window: ids(windows),
    clinic_id: oneOf("all", ...clinics.map(({ clinic_id }) => clinic_id)),
    stratum: ids(strata, "all"),
    level: (_: string, { stratum, level }: Row) =>
      levels.has(`${stratum} ${level}`) ? null : "is a group that the manifest does not declare",
  };
}

const PERIODS: Record<string, number> = { month: 1, quarter: 3, year: 12 };

/** A whole month, quarter or year of the calendar, or all time: nothing that overlaps another of its kind. */
export const period: FieldRule = (_, { period_grain = "", period_start = "", period_end = "" }) => {
  if (period_grain === "all") return period_start + period_end === "" ? null : "is all time with a day";
  const [year = 0, month = 0] = period_start.split("-").map(Number);
  const months = PERIODS[period_grain] ?? Number.NaN;
  const first = new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
  const last = Number.isNaN(months)
    ? ""
    : new Date(Date.UTC(year, month - 1 + months, 0)).toISOString().slice(0, 10);
  const isWhole = period_start === first && period_end === last && (month - 1) % months === 0;
  return isWhole ? null : "is no period of the calendar";
};

/** What a row is about, to find the cell that it stands beside. */
export const addressOf = (row: Row): string =>
  [
    row.measure,
    row.instrument,
    row.window,
    row.period_grain,
    row.period_start,
    row.clinic_id,
    row.stratum,
    row.level,
  ].join("|");
