import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { TABLES } from "../../src/contracts/tables.ts";
import { parseCsv } from "../publish/build.ts";

/** A mark that no text of this project holds. */
export const CANARY = "canary9e4b";

/** Texts that must appear nowhere outside the warehouse: the mark, and every day on which somebody was born or died. */
export type Secrets = readonly string[];

/**
 * Plants the mark in an extract of CSV files: in every identifier of a person, an episode or a record, wherever a column takes free
 * words in one row, and in bad rows of which every column holds it. Returns what must not be seen again.
 */
export function plantCanaries(dir: string): Secrets {
  const days = new Set<string>();
  for (const name of readdirSync(dir).filter((file) => file.endsWith(".csv"))) {
    const path = join(dir, name);
    const [header = [], ...records] = parseCsv(readFileSync(path, "utf8"));
    const metas = metasOf(name.slice(0, -".csv".length));
    for (const [at, column] of header.entries()) {
      const { pii = "none", kind = "text" } = metas.get(column) ?? {};
      for (const [place, record] of records.entries()) {
        const value = record[at] ?? "";
        if (value === "") continue;
        if (kind === "date" && pii === "direct") days.add(value);
        if (isPersonal(column, pii, kind)) record[at] = `${CANARY}-${value}`;
        else if (kind === "code" && pii === "indirect" && place === 7) record[at] = `${CANARY} ${column}`;
      }
    }
    const bad = header.map(() => CANARY);
    writeFileSync(
      path,
      [header, ...records, bad, [...bad, CANARY]]
        .map((record) => `${record.map(quoted).join(",")}\n`)
        .join(""),
    );
  }
  const about = join(dir, "extract.yaml");
  writeFileSync(about, readFileSync(about, "utf8").replace(/^rows:\n( .*\n)*/m, ""));
  return [CANARY, ...days];
}

/** Identifiers of anything but a clinic; clinics are named on purpose. */
const isPersonal = (column: string, pii: string, kind: string): boolean =>
  kind === "id" && (pii === "pseudonym" || pii === "direct" || column !== "clinic_id");

const quoted = (field: string): string => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

function metasOf(table: string): Map<string, { pii?: string; kind?: string }> {
  const contract = Object.values(TABLES).find(({ name }) => name === table);
  return new Map(
    Object.entries(contract?.schema.shape ?? {}).map(([column, type]) => [column, metaOf(type)]),
  );
}

function metaOf(type: unknown): { pii?: string; kind?: string } {
  const { meta, unwrap } = type as { meta?: () => object | undefined; unwrap?: () => unknown };
  const own = meta?.call(type) as { pii?: string; kind?: string } | undefined;
  if (own?.pii) return own;
  return unwrap ? metaOf(unwrap.call(type)) : {};
}
