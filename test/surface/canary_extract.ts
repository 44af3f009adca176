import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ColumnSpec, columnSpecs } from "../../src/contracts/specs.ts";
import { TABLE_NAMES } from "../../src/contracts/tables.ts";
import { parseCsv } from "../publish/build.ts";

/** A mark that no text of this project holds. */
export const CANARY = "canary9e4b";

/** Columns that no contract knows, as sites send them: free words, a name. */
const FOREIGN = ["notes", "full_name", "phone"];

/** One row in so many has free words where a column takes a word of the site's own. */
const RARE = 50;

/** What was planted: how many fields, and the texts that must appear nowhere outside the warehouse. */
export interface Planted {
  fields: number;
  secrets: readonly string[];
}

/**
 * Plants the mark in an extract of CSV files: in every identifier but a clinic's, in columns that nobody asked for, in a row here and
 * there wherever a column takes a site's own words, and in every field of bad rows. Days on which somebody was born or died are
 * secrets too.
 */
export function plantCanaries(dir: string): Planted {
  const days = new Set<string>();
  let fields = 0;
  for (const table of TABLE_NAMES) {
    const path = join(dir, `${table}.csv`);
    if (!readdirSync(dir).includes(`${table}.csv`)) continue;
    const specs = new Map(columnSpecs(table).map((spec) => [spec.name, spec]));
    const [header = [], ...records] = parseCsv(readFileSync(path, "utf8"));
    for (const [at, column] of header.entries()) {
      const spec = specs.get(column);
      for (const [row, record] of records.entries()) {
        const value = record[at] ?? "";
        if (value === "" || !spec) continue;
        if (spec.kind === "date" && spec.pii === "direct") days.add(value);
        if (!isPlanted(spec, row)) continue;
        record[at] = spec.kind === "id" ? `${CANARY}-${value}` : `${CANARY} ${column}`;
        fields++;
      }
    }
    const bad = header.map(() => CANARY);
    const rows = [...records, bad, [...bad, CANARY]].map((record) => [
      ...record,
      ...FOREIGN.map(() => CANARY),
    ]);
    fields += rows.length * FOREIGN.length + 2 * bad.length;
    writeFileSync(
      path,
      [[...header, ...FOREIGN], ...rows].map((record) => `${record.map(quoted).join(",")}\n`).join(""),
    );
  }
  const about = join(dir, "extract.yaml");
  writeFileSync(about, readFileSync(about, "utf8").replace(/^rows:\n( .*\n)*/m, ""));
  return { fields, secrets: [CANARY, ...[...days].flatMap((day) => [day, inWords(day)])] };
}

/** Identifiers of anything but a clinic, which is named on purpose; and here and there a word of the site's own about a person. */
const isPlanted = ({ name, kind, pii }: ColumnSpec, row: number): boolean =>
  kind === "id" ? name !== "clinic_id" : kind === "code" && pii !== "none" && row % RARE === 7;

/** `1980-03-04` as pages write it. */
const inWords = (day: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });

const quoted = (field: string): string => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);
