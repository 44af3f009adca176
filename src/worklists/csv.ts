import { csvText } from "../publish/spreadsheet_text.ts";
import { COLUMNS, shownRows } from "./columns.ts";
import type { Worklists } from "./draw_up.ts";

/** Every row of every list as CSV; no text in it can start a formula. */
export function worklistsCsv(worklists: Worklists): string {
  const header = COLUMNS.map(({ name }) => name);
  const records = shownRows(worklists).map((row) => COLUMNS.map(({ value }) => field(value(row))));
  return [header, ...records].map((record) => `${record.join(",")}\n`).join("");
}

const field = (value: string | number | null): string =>
  typeof value === "string" ? csvText(value) : String(value ?? "");
