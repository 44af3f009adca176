import type { Cell, Row, Sheet } from "write-excel-file/node";
import { sheetNames } from "../publish/sheet_names.ts";
import {
  boldCell as bold,
  textCell as text,
  workbookBytes,
  wrappedCell as wrapped,
} from "../publish/workbook.ts";
import { COLUMNS, shownRows } from "./columns.ts";
import type { Worklists } from "./draw_up.ts";

const COVER = "Cover";
const NOBODY = "No care manager";

/** The lists as a workbook: a cover, then a sheet for each care manager. The same lists give the same bytes. */
export async function worklistsWorkbook(worklists: Worklists): Promise<Uint8Array> {
  const sheets = [cover(worklists), ...careManagerSheets(worklists)];
  return workbookBytes(sheets, worklists.asOf);
}

function cover({ asOf, drawn, absent }: Worklists): Sheet<never> {
  const header = [
    "List",
    "Rows",
    "Who is on it",
    "Days waiting since",
    "Most urgent first",
    "Published count",
  ];
  return {
    sheet: COVER,
    columns: [34, 8, 70, 40, 50, 60].map((width) => ({ width })),
    data: [
      [bold(`Worklists as of ${asOf}`)],
      [text("For the care team only. Not for release: every row is about one person.")],
      [text("Days, scores and contacts are counted up to that day, the same for everyone.")],
      [text("In care is enrolled, and not ended before that day.")],
      [text("The last score is on the one instrument that the episode is steered by.")],
      [],
      header.map(bold),
      ...drawn.map(({ rows, ...list }) => [
        text(list.title),
        rows.length,
        ...[list.who, list.waiting_since, list.order, list.published].map(wrapped),
      ]),
      ...absent.map(({ title, missing }) => [
        text(title),
        null,
        wrapped(`Not drawn up: the extract has no ${missing.join(", ")}.`),
      ]),
    ],
  };
}

function careManagerSheets(worklists: Worklists): Sheet<never>[] {
  const rows = shownRows(worklists);
  const named = [...new Set(rows.flatMap(({ care_manager_id }) => care_manager_id ?? []))].sort();
  const names = sheetNames(named, [COVER, NOBODY]);
  const sheets: [string, string | null][] = named.map((id, index) => [names[index] ?? id, id]);
  return [...sheets, [NOBODY, null] as const].map(([sheet, id]) => ({
    sheet,
    stickyRowsCount: 1,
    columns: COLUMNS.map(({ width }) => ({ width })),
    data: [
      COLUMNS.map(({ title }) => bold(title)),
      ...rows
        .filter(({ care_manager_id }) => care_manager_id === id)
        .map((row): Row => COLUMNS.map(({ value }) => cell(value(row)))),
    ],
  }));
}

const cell = (value: string | number | null): Cell => (typeof value === "string" ? text(value) : value);
