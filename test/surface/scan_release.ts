import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Vocabulary } from "./cell_rules.ts";
import { countBy } from "./column_rules.ts";
import type { PublishedManifest } from "./published.ts";
import { type QualityFound, scanQuality } from "./quality_rules.ts";
import { type PublishedTable, type Row, readTables } from "./read_tables.ts";
import { tableRules } from "./table_rules.ts";

/** A number or a text that may not be where it is. Holds no value: a report of a leak must not be one. */
export interface Finding {
  file: string;
  where: string;
  what: string;
}

/** Where a manifest holds numbers that are of no person: each with the reason. */
const CONSTANTS: readonly (readonly [path: RegExp, why: string])[] = [
  [/^schema_version$/, "the shape of this file"],
  [/^policy\./, "the rule itself"],
  [
    /^(measures|windows|instruments|survival|topics|headlines)\./,
    "definitions: thresholds, days, items, times",
  ],
  [/^(benchmarks|caseload_norms)\./, "published figures of other programmes"],
  [/^billing_codes\./, "minutes that a code asks for"],
  [/^fees\./, "what is paid for a code"],
  [
    /^(reporting|targets|funder|phases|planning|capacity|quality\.rules)\./,
    "what the program file says the programme has set itself",
  ],
  [/^quality\.(measures|fixes)\./, "held to published counts below"],
  [/^audit\./, "how many numbers, not people, the gate kept and hid"],
  [/^suppression\./, "how many cells, not people, there are of each status"],
  [/^files\.\d+\.(bytes|rows)$/, "how long files are"],
];

/** Scans a release folder: every number of every table and of the manifest, from the files alone. */
export async function scanRelease(dir: string): Promise<Finding[]> {
  const manifest = JSON.parse(readFileSync(join(dir, "manifest.json"), "utf8")) as Vocabulary &
    PublishedManifest & { files: readonly { name: string }[]; quality: QualityFound };
  const tables = await readTables(dir);
  const published = { dir, manifest, tables: new Map(tables.map(({ name, rows }) => [name, rows])) };
  const listed = new Set(["manifest.json", ...manifest.files.map(({ name }) => name)]);
  const strangers = readdirSync(dir).filter((name) => !listed.has(name));
  const rules = tableRules(manifest, tables);
  return [
    ...strangers.map((file) => ({ file, where: "", what: "is a file that the manifest does not list" })),
    ...scanJson(manifest, manifest.policy),
    ...scanQuality(manifest.quality, published),
    ...tables.flatMap((table) => [
      ...scanTable(table, rules[table.name] ?? {}),
      ...compareTyped(table, manifest.policy.symbol),
    ]),
  ];
}

function scanTable(
  { name, columns, rows }: PublishedTable,
  rules: ReturnType<typeof tableRules>[string],
): Finding[] {
  const file = `${name}.csv`;
  const unruled = rows.length > 0 ? columns.filter((column) => !rules[column]) : [];
  const findings = unruled.map((column) => ({ file, where: column, what: "is a column without a rule" }));
  for (const [at, row] of rows.entries())
    for (const column of columns) {
      const what = rules[column]?.(row[column] ?? "", row, rows, at);
      if (what) findings.push({ file, where: `${column}, row ${at + 1}`, what });
    }
  return [...findings, ...repeated(file, rows)];
}

/** What a row is about; every other column is what it tells. */
const KEYS = [
  "outcome",
  "measure",
  "instrument",
  "event",
  "scale",
  "window",
  "period_grain",
  "period_start",
  "clinic_id",
  "stratum",
  "level",
  "kind",
  "step",
  "time",
  "flow",
  "code",
  "risk_group",
];

/** Rows that tell twice of one thing. */
function repeated(file: string, rows: readonly Row[]): Finding[] {
  const seen = new Set<string>();
  return rows.flatMap((row, at) => {
    const key = KEYS.map((name) => row[name]).join("|");
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew ? [] : [{ file, where: `row ${at + 1}`, what: "tells again what another row tells" }];
  });
}

/** The typed files must hold what the CSV file holds, and nothing more. */
function compareTyped({ columns, rows, typed }: PublishedTable, symbol: string): Finding[] {
  const isAlike = (text: string, value: unknown) =>
    value === null ? text === symbol || text === "" : text === String(value) || text === `'${value}`;
  return [...typed].flatMap(([file, values]) => {
    const isWhole =
      values.length === rows.length && values.every((value) => Object.keys(value).join() === columns.join());
    const differs = (row: Row, at: number) =>
      columns.some((column) => !isAlike(row[column] ?? "", values[at]?.[column] ?? null));
    return isWhole && !rows.some(differs)
      ? []
      : [{ file, where: "", what: "does not hold what its CSV file holds" }];
  });
}

/** Counts of rows by the rule of counts; every other number on the list of constants. */
function scanJson(manifest: object, policy: Vocabulary["policy"]): Finding[] {
  const count = countBy(policy);
  return leaves(manifest).flatMap(({ path, value }) => {
    if (typeof value !== "number") return [];
    const isRows =
      /^(inputs\.\d+\.(read|accepted|rejected|duplicate|out_of_scope)|(rules|scores)\.\d+\.rows)$/.test(path);
    const what = isRows
      ? count(String(value), {}, [], 0)
      : CONSTANTS.some(([known]) => known.test(path))
        ? null
        : "is a number on no list";
    return what ? [{ file: "manifest.json", where: path, what }] : [];
  });
}

function leaves(value: unknown, path = ""): { path: string; value: unknown }[] {
  if (value === null || typeof value !== "object") return [{ path, value }];
  return Object.entries(value).flatMap(([name, below]) => leaves(below, path ? `${path}.${name}` : name));
}
