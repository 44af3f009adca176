import { type Row, series } from "./unknowns.ts";

const COARSER: Record<string, string> = { month: "quarter", quarter: "year", year: "all" };

/** A row that another is part of, with the name of the way in which it is divided. */
export interface Whole {
  axis: string;
  whole: Row;
}

/** Finds the rows of which a row is a part: everyone in its clinic, in all clinics, in the next longer period. */
export function wholesIn(cells: readonly Row[]): (row: Row) => Whole[] {
  const periodsOf = new Map<string, Row[]>();
  for (const row of cells) periodsOf.set(group(row), [...(periodsOf.get(group(row)) ?? []), row]);
  const find = (row: Row, fits: (other: Row) => boolean) => periodsOf.get(group(row))?.find(fits);
  return (row) => {
    const samePeriod = (other: Row) =>
      other.period_grain === row.period_grain && other.period_start === row.period_start;
    const longerPeriod = (other: Row) =>
      other.period_grain === COARSER[row.period_grain ?? ""] && covers(other, row);
    const found = {
      clinics: row.clinic_id === "all" ? undefined : find({ ...row, clinic_id: "all" }, samePeriod),
      [`levels of ${row.stratum}`]:
        row.stratum === "all" ? undefined : find({ ...row, stratum: "all", level: "all" }, samePeriod),
      [`${row.period_grain}s`]: find(row, longerPeriod),
    };
    return Object.entries(found).flatMap(([axis, whole]) => (whole ? [{ axis, whole }] : []));
  };
}

/** Whether all of a row's period lies in another's. */
export function covers(longer: Row, row: Row): boolean {
  if (longer.period_grain === "all") return true;
  const [from = "", to = "", start = "", end = ""] = [
    longer.period_start,
    longer.period_end,
    row.period_start,
    row.period_end,
  ];
  return start !== "" && from <= start && end <= to;
}

const group = (row: Row): string => [series(row), row.clinic_id, row.stratum, row.level].join("|");
