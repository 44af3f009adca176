import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCsv } from "../publish/build.ts";
import { readWorkbook } from "../support/read_workbook.ts";
import { pagesOf } from "./blank_site.ts";
import { ofPage, type Published, type Row, read, readPublished } from "./published.ts";
import type { Site } from "./scan_pages.ts";
import type { Finding } from "./scan_release.ts";

/** What was read of the tables that a site lets anybody take along, and what may not be in them. */
export interface TablesScanned {
  files: number;
  numbers: number;
  /** Rows of results of which every number was found in one released row. */
  results: number;
  findings: Finding[];
}

/**
 * Scans the CSV files and workbooks of the tables of every page: each number of a row stands in that row on the page, and each row of
 * results is, number by number, one released row.
 */
export function scanTables({ siteDir, releaseDir }: Site): TablesScanned {
  const scanned: TablesScanned = { files: 0, numbers: 0, results: 0, findings: [] };
  const published = readPublished(releaseDir);
  for (const page of pagesOf(siteDir)) {
    const tables = tablesOf(readFileSync(join(siteDir, page), "utf8"));
    if (tables.length === 0) continue;
    const folder = join("tables", page.replace(/\.html$/, ""));
    const own = ofPage(published, page);
    const book = `${folder}.xlsx`;
    const sheets = existsSync(join(siteDir, book))
      ? [...readWorkbook(readFileSync(join(siteDir, book))).values()]
      : [];
    for (const [at, rows] of tables.entries()) {
      const file = join(folder, `${at + 1}.csv`);
      const records = parseCsv(readFileSync(join(siteDir, file), "utf8"));
      const sheet = (sheets[at + 1] ?? []).map((cells) => cells.map(({ value }) => value));
      scanned.files++;
      scanned.numbers += records.flat().filter(isNumber).length;
      const results = resultRows(records);
      scanned.results += results.length;
      scanned.findings.push(
        ...strangers(file, records, rows),
        ...strangers(book, sheet, rows),
        ...results
          .filter((row) => !isReleased(row, own))
          .map(() => ({ file, where: "a row", what: "is no released row" })),
      );
    }
    scanned.files++;
    scanned.findings.push(...scanFrame(book, sheets, tables));
  }
  return scanned;
}

const isNumber = (field: string): boolean => /^-?\d/.test(field) && !Number.isNaN(Number(field));

/** The rows of each table of a page as the words that somebody reads there. */
function tablesOf(page: string): string[][] {
  const main = page.slice(page.indexOf("<main"));
  return [...main.matchAll(/<table\b[\s\S]*?<\/table>/g)].map(([table]) =>
    [...table.matchAll(/<tr\b[\s\S]*?<\/tr>/g)].map(([row]) =>
      row
        .replace(/<svg[\s\S]*?<\/svg>/g, " ")
        .replace(/<(?:"[^"]*"|[^">])*>/g, " ")
        .replace(/&\w+;/g, " "),
    ),
  );
}

/** Rows of a file that hold a number which their row on the page does not. */
function strangers(
  file: string,
  records: readonly (readonly string[])[],
  rows: readonly string[],
): Finding[] {
  if (records.length !== rows.length) return [{ file, where: "", what: "has other rows than its page" }];
  return records.flatMap((fields, at) => {
    const told = new Set(numbersOf(rows[at] ?? "").flatMap((number) => [number, number / 100].map(key)));
    const isTold = (field: string) => numbersOf(field).every((number) => told.has(key(number)));
    return fields.every(isTold)
      ? []
      : [{ file, where: `row ${at}`, what: "holds a number that its page does not" }];
  });
}

/** The sheets before and after the tables: how many rows each has, and no other number of its own. */
function scanFrame(
  file: string,
  sheets: readonly (readonly { type: string; value: string }[])[][],
  tables: readonly string[][],
): Finding[] {
  if (sheets.length !== tables.length + 2)
    return [{ file, where: "", what: "has other sheets than its page has tables" }];
  const lengths = new Set(tables.map((rows) => String(rows.length - 1)));
  const numbers = [sheets[0], sheets.at(-1)].flatMap((sheet) =>
    (sheet ?? []).flat().filter(({ type }) => type === "number"),
  );
  return numbers.every(({ value }) => lengths.has(value))
    ? []
    : [{ file, where: "the first sheet", what: "holds a number that is no count of rows" }];
}

const numbersOf = (text: string): number[] =>
  (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((number) => Number(number.replaceAll(",", "")));

const key = (number: number): string => number.toFixed(6);

/** The columns of a table of results, and what each is of a released cell. */
const COLUMNS: Readonly<Record<string, string>> = {
  Result: "value",
  "Likely range, from": "lower",
  "Likely range, to": "upper",
  "Followed up": "follow_up",
  "Of those measured": "observed_value",
  Eligible: "denominator",
  "Measured again": "observed",
  "Met the measure": "numerator",
};

/** The rows of a table of results, each by what it tells of a released cell. */
function resultRows([header = [], ...records]: readonly (readonly string[])[]): Row[] {
  if (!header.includes("Result") || !header.includes("Eligible")) return [];
  return records.map((fields) =>
    Object.fromEntries(
      header.flatMap((label, at) => {
        const name = COLUMNS[label];
        const field = fields[at] ?? "";
        return name && isNumber(field) ? [[name, field] as const] : [];
      }),
    ),
  );
}

/** Whether one released row holds everything that a row tells, as far as the decimals go that it is written with. */
function isReleased(row: Row, { tables }: Published): boolean {
  const told = Object.entries(row);
  if (told.length === 0) return true;
  const cells = [...(tables.get("cells") ?? []), ...(tables.get("pooled") ?? [])];
  return cells.some((cell) =>
    told.every(([name, field]) => {
      const step = 10 ** -(field.split(".")[1]?.length ?? 0);
      const within = Number(field) < 1 && name !== "denominator" ? Math.max(step, 0.01) : step;
      return read(cell[name]).some((value) => Math.abs(value - Number(field)) <= within * 0.501);
    }),
  );
}
