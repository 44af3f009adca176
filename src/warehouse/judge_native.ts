import type { ColumnKind } from "../contracts/columns.ts";
import type { ColumnSpec } from "../contracts/specs.ts";
import { columnType } from "./judge_columns.ts";

/** SQL for a column's value, read from a value of another type; null where that says nothing that the column can hold. */
type ReadNative = (value: string) => string;

/** A year has four digits, as in a text; the year of an infinite day is null. */
const inCalendar = (day: string) => `year(${day}) BETWEEN 1 AND 9999`;

const asItIs: ReadNative = (value) => value;
const asDay: ReadNative = (day) => `CASE WHEN ${inCalendar(day)} THEN ${day} END`;
const asMonth: ReadNative = (day) => `CASE WHEN ${inCalendar(day)} AND day(${day}) = 1 THEN ${day} END`;

/** The types that say exactly what a text of the kind says. All others (e.g. a floating-point number) are read as text. */
const READ_NATIVE: Readonly<Partial<Record<ColumnKind, { from: RegExp; read: ReadNative }>>> = {
  date: { from: /^DATE$/, read: asDay },
  month: { from: /^DATE$/, read: asMonth },
  timestamp: { from: /^TIMESTAMP$/, read: asDay },
  integer: { from: /^(U?(TINY|SMALL)INT|INTEGER)$/, read: asItIs },
  decimal: { from: /^(U?(TINY|SMALL)INT|INTEGER|DECIMAL\(([1-9]|1[0-4]),[0-4]\))$/, read: asItIs },
  flag: { from: /^BOOLEAN$/, read: asItIs },
};

/** SQL for the value of a field that a file stores as `type`; undefined where it is to be read from its text. */
export function readNative(spec: ColumnSpec, field: string, type: string): string | undefined {
  const native = READ_NATIVE[spec.kind];
  return native?.from.test(type) ? `CAST(${native.read(field)} AS ${columnType(spec)})` : undefined;
}
