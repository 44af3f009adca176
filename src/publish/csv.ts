import type { Released } from "../disclosure/released.ts";
import type { Column, Table } from "./schema.ts";
import { csvText } from "./spreadsheet_text.ts";

/**
 * A released table as CSV: quoted as RFC 4180 says, lines ended by LF, which every tool reads. In a suppressed row the
 * symbol stands for each hidden number; where there is no value the field is blank.
 */
export function toCsv<Row extends object>(
  { columns }: Table<Row>,
  rows: Released<readonly Row[]>,
  symbol: string,
): string {
  const header = columns.map(({ name }) => name).join(",");
  const records = rows.map((row) => csvRecord({ columns }, row, symbol));
  return [header, ...records].map((record) => `${record}\n`).join("");
}

/** One row as its record of the CSV file, without the line's end. */
export function csvRecord<Row extends object>(
  { columns }: Pick<Table<Row>, "columns">,
  row: Row,
  symbol: string,
): string {
  return columns.map((column) => field(row, column, symbol)).join(",");
}

function field<Row extends object>(row: Row, { name, type }: Column<Row>, symbol: string): string {
  const value = row[name];
  const isText = type === "text" || type === "day";
  const isSuppressed = "status" in row && row.status === "suppressed";
  if (value === null) return !isText && isSuppressed ? symbol : "";
  return isText ? csvText(String(value)) : String(value);
}
