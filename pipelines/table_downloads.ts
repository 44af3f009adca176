import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join, posix } from "node:path";
import { maker } from "../reports/components/elements.ts";
import { TAKE_STRINGS as words } from "../reports/components/strings_take.ts";
import type { Manifest } from "../src/publish/manifest.ts";
import { csvText } from "../src/publish/spreadsheet_text.ts";
import { type DrawnTable, readTable, type Value } from "./drawn_tables.ts";
import { pageWorkbook } from "./page_workbook.ts";

/** The folder of a site in which each page's tables are; a file's name holds a number and no words of the data. */
const FOLDER = "tables";

const csvOf = (page: string, index: number): string =>
  posix.join(FOLDER, page.replace(/\.html$/, ""), `${index + 1}.csv`);

const workbookOf = (page: string): string => posix.join(FOLDER, page.replace(/html$/, "xlsx"));

/** Reads every table of a page, and puts a link to its CSV below it and one to the workbook of them all at the end. */
export function offerTables(document: Document, page: string, symbol: string): DrawnTable[] {
  const h = maker(document);
  const link = (path: string, words: string, name?: string) =>
    h(
      "p",
      { class: "take" },
      h("a", { href: posix.relative(posix.dirname(page), path), download: true, "aria-label": name }, words),
    );
  const tables = [...document.querySelectorAll<HTMLTableElement>("main table")];
  const drawn = tables.map((table) => readTable(table, symbol));
  for (const [index, { caption }] of drawn.entries())
    tables[index]?.closest(".table-region")?.after(link(csvOf(page, index), words.csv, words.csvOf(caption)));
  if (drawn.length > 0)
    document.querySelector("main")?.append(link(workbookOf(page), words.workbook(drawn.length)));
  return drawn;
}

/** Writes what the links of a page lead to; returns how many files there are. */
export async function writeTables(
  outDir: string,
  page: string,
  { tables, manifest }: { tables: readonly DrawnTable[]; manifest: Manifest },
): Promise<number> {
  if (tables.length === 0) return 0;
  await mkdir(dirname(join(outDir, csvOf(page, 0))), { recursive: true });
  for (const [index, table] of tables.entries())
    await writeFile(join(outDir, csvOf(page, index)), tableCsv(table));
  await writeFile(join(outDir, workbookOf(page)), await pageWorkbook(tables, manifest));
  return tables.length + 1;
}

/** A table as CSV: texts are inert, shares are from 0 to 1 with the digits that are shown. */
export function tableCsv({ columns, rows }: DrawnTable): string {
  return [columns, ...rows].map((row) => `${row.map(field).join(",")}\n`).join("");
}

function field(value: Value): string {
  if (value === null) return "";
  return typeof value === "string" ? csvText(value) : String(value.value);
}
