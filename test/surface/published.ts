import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCsv } from "../publish/build.ts";
import type { Row } from "./read_tables.ts";
import type { Triple } from "./triple.ts";

export type { Row } from "./read_tables.ts";

/** What a page may draw from: the rows of every table by its name, and the manifest. */
export interface Published {
  dir: string;
  tables: ReadonlyMap<string, readonly Row[]>;
  manifest: PublishedManifest;
}

/** The parts of a manifest that pages write numbers of. */
export interface PublishedManifest {
  measures: readonly { id: string; better: string }[];
  policy: { round_to: number; symbol: string };
  inputs: readonly Readonly<Record<string, unknown>>[];
  rules: readonly Readonly<Record<string, unknown>>[];
  scores: readonly Readonly<Record<string, unknown>>[];
  benchmarks: readonly { n: unknown; low: number; high: number }[];
  billing_codes: readonly { code: string }[];
  clinics: readonly { area_code?: string }[];
  caseload_norms: readonly { value: readonly [low: number, high: number] }[];
  quality: { fixes: readonly Fix[]; measures: unknown };
}

/** The ends between which a result lies now, and would lie were the data mended. */
interface Fix {
  people: number;
  now: Triple;
  after: Triple;
}

const known = new Map<string, Published>();

/** Reads a release folder once. */
export function readPublished(dir: string): Published {
  const published = known.get(dir) ?? readFolder(dir);
  known.set(dir, published);
  return published;
}

function readFolder(dir: string): Published {
  const manifest = JSON.parse(readFileSync(join(dir, "manifest.json"), "utf8"));
  const names = readdirSync(dir).filter((name) => name.endsWith(".parquet"));
  const tables = names.map((name) => name.replace(/parquet$/, "csv"));
  return {
    dir,
    tables: new Map(tables.map((name) => [name.replace(/\.csv$/, ""), readRows(join(dir, name))])),
    manifest,
  };
}

const parts = new Map<string, Published>();

/** The rows that a page may write numbers of: those of its measure where it is of one, else all. Tables that speak of no measure belong to pages of none. */
export function ofPage(published: Published, page: string): Published {
  const measure = /^measures\/(\w+)\.html$/.exec(page)?.[1];
  if (measure === undefined) return published;
  const name = `${published.dir} ${measure}`;
  const tables = [...published.tables].map(
    ([name, rows]) => [name, rows.filter((row) => row.measure === measure)] as const,
  );
  const part = parts.get(name) ?? { ...published, tables: new Map(tables) };
  parts.set(name, part);
  return part;
}

/** A field as a number; empty where it is none. */
export const read = (field = ""): number[] => (/^-?\d+(\.\d+)?(e-?\d+)?$/.test(field) ? [Number(field)] : []);

/** Every number below a value. */
export function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return value && typeof value === "object" ? Object.values(value).flatMap(numbersIn) : [];
}

function readRows(path: string): Row[] {
  const [header = [], ...records] = parseCsv(readFileSync(path, "utf8"));
  return records.map((record) => Object.fromEntries(header.map((name, at) => [name, record[at] ?? ""])));
}
