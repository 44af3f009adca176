import type { Fault } from "../errors.ts";
import type { FieldSource, TableMapping } from "./mapping.ts";
import { columnSpecs } from "./specs.ts";
import type { TableName } from "./tables.ts";

/** Text of one field of a record (counted from 0) or a constant. */
export type Part = { field: number } | { constant: string };

/** How a contract column's text is made from a record. */
export type ColumnSource =
  | Part
  | { join: readonly Part[]; with: string }
  | { monthsAfter: string; daysPerMonth: number; field: number }
  | { yearsBefore: string; field: number };

/** How a record of a file becomes a row of a table. Contract columns without an entry are null. */
export interface Fit {
  columns: Readonly<Record<string, ColumnSource>>;
  recode: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  /** Records that are blank in this field are out of scope. */
  onlyWhenPresent: number | null;
}

/** A fit and the fields it reads, or the faults that make it impossible. */
export type FitResult = { fit: Fit; used: ReadonlySet<number> } | { faults: Fault[] };

/** Names are compared without the space around them and without case. */
export const normalName = (name: string): string => name.trim().toLowerCase();

/** Finds each contract column of `table` in a header, through the mapping where there is one. */
export function fitHeader(
  table: TableName,
  header: readonly string[],
  mapping: TableMapping | undefined,
  file: string,
): FitResult {
  const positions = new Map(header.map((name, field) => [normalName(name), field]));
  const faults: Fault[] = [];
  const used = new Set<number>();
  const find = (name: string, column?: string): number => {
    const field = positions.get(normalName(name));
    if (field === undefined) {
      const mend = `The program file reads the source column ${name}, which the header does not have; correct one of them.`;
      faults.push({ file, column, rule: "missing_source_column", mend });
      return -1;
    }
    used.add(field);
    return field;
  };
  const columns: Record<string, ColumnSource> = {};
  for (const { name, required } of columnSpecs(table)) {
    const mapped = mapping?.columns[name];
    if (mapped !== undefined) columns[name] = columnSource(mapped, (source) => find(source, name));
    else if (positions.has(normalName(name))) columns[name] = { field: find(name) };
    else if (required)
      faults.push({ file, column: name, rule: "missing_column", mend: missingMend(table, name) });
  }
  const onlyWhenPresent = mapping?.only_when_present === undefined ? null : find(mapping.only_when_present);
  if (faults.length > 0) return { faults };
  return { fit: { columns, recode: definedOnly(mapping?.recode ?? {}), onlyWhenPresent }, used };
}

/** A sentence with the optional columns that a file does not give a table; none where it gives all. */
export function lackingNotice(table: TableName, file: string, { columns }: Fit): string[] {
  const lacking = columnSpecs(table).flatMap(({ name }) => (columns[name] === undefined ? [name] : []));
  return lacking.length === 0 ? [] : [`${file} lacks optional columns: ${inRuns(lacking).join(", ")}`];
}

/** Names with neighbours that differ only in the number at their end drawn together: `item_10 to item_12`. */
function inRuns(names: readonly string[]): string[] {
  const runs: string[][] = [];
  for (const name of names) {
    const run = runs.at(-1);
    const [, stem = "", number = ""] = /^(.*?)(\d+)$/.exec(name) ?? [];
    if (run && number !== "" && run.at(-1) === `${stem}${Number(number) - 1}`) run.push(name);
    else runs.push([name]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]} to ${run.at(-1)}`] : run));
}

function columnSource(source: FieldSource, find: (name: string) => number): ColumnSource {
  const part = (from: string | { constant: string }): Part =>
    typeof from === "string" ? { field: find(from) } : from;
  if (typeof source === "string" || "constant" in source) return part(source);
  if ("join" in source) return { join: source.join.map(part), with: source.with };
  if ("months_after" in source) {
    const { anchor, column, days_per_month } = source.months_after;
    return { monthsAfter: anchor, daysPerMonth: days_per_month, field: find(column) };
  }
  return { yearsBefore: source.years_before.anchor, field: find(source.years_before.column) };
}

const missingMend = (table: string, column: string): string =>
  `Add the column, or say in the program file under tables.${table}.columns.${column} which source column holds it.`;

const definedOnly = <T>(record: Readonly<Record<string, T | undefined>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter((entry): entry is [string, T] => entry[1] !== undefined));
