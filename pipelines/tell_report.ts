import type { LoadReport } from "../src/contracts/load_report.ts";
import type { Warehouse } from "../src/warehouse/warehouse.ts";
import { count, type Progress } from "./progress.ts";

/** Prints what became of every file's rows, and where rules were broken and how to mend them. Tells no value of a row. */
export async function tellReport(
  warehouse: Warehouse,
  { files, rules, notices }: LoadReport,
  { linesPerRule, progress }: { linesPerRule: number; progress: Progress },
): Promise<void> {
  for (const f of files)
    progress.note(
      `${f.file} -> ${f.table}: ${count(f.read)} read = ${count(f.accepted)} accepted + ${count(f.rejected)} rejected + ${count(f.duplicate)} duplicate + ${count(f.out_of_scope)} out of scope`,
    );
  const lines = await brokenLines(warehouse, linesPerRule);
  for (const rule of rules) {
    const where = [
      rule.file,
      rule.column && `column ${rule.column}`,
      tellLines(lines.get(place(rule)) ?? [], rule.rows),
    ];
    progress.note(
      `${count(rule.rows)} ${rule.verdict}: ${where.filter(Boolean).join(", ")}: ${rule.rule}. ${rule.mend}`,
    );
  }
  for (const notice of notices) progress.note(`note: ${notice}`);
}

type Place = { file: string; table: string; column: string | null; rule: string };

const place = ({ file, table, column, rule }: Place): string => JSON.stringify([file, table, column, rule]);

/** The first lines that break each rule, in order. */
async function brokenLines(warehouse: Warehouse, most: number): Promise<Map<string, number[]>> {
  const rows = await warehouse.rows<Place & { line: number }>(
    `SELECT file, table_name AS "table", column_name AS "column", rule, line
    FROM (
      SELECT *, row_number() OVER (PARTITION BY file, table_name, column_name, rule ORDER BY line) AS place
      FROM (SELECT DISTINCT file, table_name, column_name, rule, line FROM raw.rejected)
    )
    WHERE place <= $most ORDER BY line`,
    { most },
  );
  const lines = new Map<string, number[]>();
  for (const row of rows) lines.set(place(row), [...(lines.get(place(row)) ?? []), row.line]);
  return lines;
}

/** `line 3`, `lines 3-5, 9`, `lines 3-5, 9 and 1,204 more`. */
export function tellLines(lines: readonly number[], all: number): string {
  const runs: [number, number][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else runs.push([line, line]);
  }
  const told = runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(", ");
  const more = all > lines.length ? ` and ${count(all - lines.length)} more` : "";
  return `${all === 1 ? "line" : "lines"} ${told}${more}`;
}
