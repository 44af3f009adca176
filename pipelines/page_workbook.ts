import type { Cell, Sheet } from "write-excel-file/node";
import { day } from "../reports/components/formats.ts";
import { STRINGS } from "../reports/components/strings.ts";
import { TAKE_STRINGS as words } from "../reports/components/strings_take.ts";
import type { Manifest } from "../src/publish/manifest.ts";
import { sheetNames } from "../src/publish/sheet_names.ts";
import { boldCell, textCell, workbookBytes, wrappedCell } from "../src/publish/workbook.ts";
import type { DrawnTable, Value } from "./drawn_tables.ts";

/** The tables of one page as a workbook: what is in it, a sheet for each table, and what the words in place of numbers mean. */
export async function pageWorkbook(tables: readonly DrawnTable[], manifest: Manifest): Promise<Uint8Array> {
  const names = sheetNames(
    tables.map(({ caption }) => caption),
    [words.contents, words.statusSheet],
  );
  const sheets = [
    contents(tables, names, manifest),
    ...tables.map((table, index) => sheetOf(table, names[index] ?? "")),
    statusWords(manifest.policy.symbol),
  ];
  return workbookBytes(sheets, manifest.as_of);
}

function contents(
  tables: readonly DrawnTable[],
  names: readonly string[],
  { program, as_of, run_id, policy }: Manifest,
): Sheet<never> {
  const { sheet, table, rows } = words.columns;
  return {
    sheet: words.contents,
    columns: [34, 80, 8].map((width) => ({ width })),
    data: [
      [boldCell(program.name)],
      [textCell(words.source(day(as_of), run_id, policy.edition))],
      [textCell(words.shares)],
      [],
      [sheet, table, rows].map(boldCell),
      ...tables.map((one, index): Cell[] => [
        textCell(names[index] ?? ""),
        wrappedCell(one.caption),
        one.rows.length,
      ]),
    ],
  };
}

const sheetOf = ({ columns, rows }: DrawnTable, sheet: string): Sheet<never> => ({
  sheet,
  stickyRowsCount: 1,
  columns: columns.map((_, index) => ({ width: index === 0 ? 34 : 16 })),
  data: [columns.map(boldCell), ...rows.map((row) => row.map(cell))],
});

function cell(value: Value): Cell {
  if (value === null) return null;
  if (typeof value === "string") return textCell(value);
  const digits = value.decimals > 0 ? `.${"0".repeat(value.decimals)}` : "";
  return { type: Number, value: value.value, format: value.isShare ? `0${digits}%` : `#,##0${digits}` };
}

function statusWords(symbol: string): Sheet<never> {
  const { suppressed, pending, no_value } = STRINGS.statusMeaning;
  const meanings = [
    [symbol, suppressed],
    [STRINGS.status.pending, pending],
    [STRINGS.status.no_value, no_value],
    ["0", words.zero],
  ] as const;
  return {
    sheet: words.statusSheet,
    columns: [16, 90].map((width) => ({ width })),
    data: [
      [words.columns.status, words.columns.meaning].map(boldCell),
      ...meanings.map(([word, meaning]) => [textCell(word), textCell(meaning)]),
    ],
  };
}
