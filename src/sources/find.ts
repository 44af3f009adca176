import { lstat, readdir, realpath } from "node:fs/promises";
import { join, sep } from "node:path";
import type { Encoding } from "../contracts/encodings.ts";
import { EXTRACT_FILE } from "../contracts/extract.ts";
import type { TableMapping } from "../contracts/mapping.ts";
import type { Program } from "../contracts/program.ts";
import { contractOf, TABLE_NAMES, type TableName } from "../contracts/tables.ts";
import type { Fault } from "../errors.ts";
import { FileFault } from "./file_fault.ts";

export type Format = "csv" | "ndjson" | "parquet";

/** One file on its way into one table, not opened yet. */
export interface Feed {
  table: TableName;
  /** Path inside the extract, with `/`. */
  file: string;
  /** The file's name in reports: numbered where a file feeds the table more than once. */
  label: string;
  mapping: TableMapping | undefined;
  encoding: Encoding;
  missingValues: readonly string[];
}

const FORMATS: Readonly<Record<string, Format>> = {
  csv: "csv",
  tsv: "csv",
  txt: "csv",
  ndjson: "ndjson",
  jsonl: "ndjson",
  parquet: "parquet",
};

const FILE_NAME = /\.(csv|tsv|txt|ndjson|jsonl|parquet)(\.gz)?$/;

/** A part of a table: `_2024`, `-2024-01`, `.1`, `_part2`. */
const PART = "([_.-](part)?[0-9][0-9_-]*)?";

const IGNORED = /^(\.|extract\.yaml$|program\.ya?ml$|actions\.csv$|README)/;

/** How a file is stored, told by its name. Null: a kind that is not read. */
export function formatOf(file: string): { format: Format; gzip: boolean } | null {
  const match = FILE_NAME.exec(file);
  const format = FORMATS[match?.[1] ?? ""];
  const gzip = match?.[2] !== undefined;
  return format === undefined || (format === "parquet" && gzip) ? null : { format, gzip };
}

/** The files in an extract's folder and in folders named as tables, by path in code-unit order. */
export async function listFiles(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true });
  const nested = entries.filter(
    (entry) => entry.isDirectory() && TABLE_NAMES.some((table) => table === entry.name),
  );
  const inside = await Promise.all(
    nested.map(async ({ name }) => (await readdir(join(root, name))).map((file) => `${name}/${file}`)),
  );
  const top = entries.filter((entry) => !nested.includes(entry)).map(({ name }) => name);
  return [...top, ...inside.flat()].filter((file) => !IGNORED.test(file.split("/").at(-1) ?? "")).sort();
}

/** Which files feed which tables, by the program file or by their canonical names. */
export function findFeeds(
  files: readonly string[],
  program: Program,
): { feeds: Feed[]; faults: Fault[]; notices: string[] } {
  const feeds: Feed[] = [];
  const faults: Fault[] = [];
  for (const table of TABLE_NAMES) {
    const mappings = program.tables[table] ?? [undefined];
    const named = mappings.flatMap((mapping) =>
      (mapping?.file === undefined ? canonicalFiles(table, files) : [mapping.file]).map((file) => ({
        file,
        mapping,
      })),
    );
    if (named.length === 0 && contractOf(table).required)
      faults.push({
        file: `${table}.csv`,
        rule: "missing_table",
        mend: `Add the file, or say in the program file under tables.${table}.file which file holds it.`,
      });
    feeds.push(...numbered(named).map((feed) => ({ table, ...feed, ...readingOf(feed.mapping, program) })));
  }
  const read = new Set(feeds.map(({ file }) => file));
  const left = files.filter((file) => !read.has(file));
  return {
    feeds,
    faults,
    notices: left.map((file) => `${file} is not part of the extract and was not read`),
  };
}

/** The absolute path of a file of the extract. Refuses what is outside the folder, also by a link, and what is not a file. */
export async function resolveInside(root: string, file: string): Promise<string> {
  const path = await realpath(join(root, file)).catch(() => {
    throw new FileFault("missing_file", "The program file names it, but the extract does not hold it.");
  });
  if (!path.startsWith(root + sep))
    throw new FileFault(
      "outside_extract",
      "The file lies outside the extract's folder; copy it into the folder.",
    );
  if (!(await lstat(path)).isFile()) throw new FileFault("not_a_file", "Put a regular file in its place.");
  return path;
}

function canonicalFiles(table: TableName, files: readonly string[]): string[] {
  const own = new RegExp(`^(${table}${PART}\\.|${table}/)`);
  return files.filter((file) => file !== EXTRACT_FILE && own.test(file) && formatOf(file) !== null);
}

function numbered<T extends { file: string }>(named: readonly T[]): (T & { label: string })[] {
  const seen = new Map<string, number>();
  return named.map((feed) => {
    const number = (seen.get(feed.file) ?? 0) + 1;
    seen.set(feed.file, number);
    return { ...feed, label: number === 1 ? feed.file : `${feed.file} (mapping ${number})` };
  });
}

const readingOf = (mapping: TableMapping | undefined, program: Program) => ({
  encoding: mapping?.encoding ?? program.encoding,
  missingValues: mapping?.missing_values ?? program.missing_values,
});
