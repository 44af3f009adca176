import { mkdir, readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import { EXTRACT_FILE, type ExtractDescription, parseExtract } from "../contracts/extract.ts";
import { fitHeader, lackingNotice, normalName } from "../contracts/fit.ts";
import type { PreparedExtract, PreparedSource } from "../contracts/prepared.ts";
import type { Program } from "../contracts/program.ts";
import { TABLE_NAMES } from "../contracts/tables.ts";
import { ExtractError, type Fault } from "../errors.ts";
import { hashFile } from "./bytes.ts";
import { prepareCsv } from "./csv.ts";
import { FileFault } from "./file_fault.ts";
import { type Feed, findFeeds, formatOf, listFiles, resolveInside } from "./find.ts";
import { prepareNdjson } from "./ndjson.ts";
import { checkParquet } from "./parquet.ts";
import type { TextFile } from "./text_file.ts";

export interface PrepareOptions {
  extractDir: string;
  program: Program;
  /** Private scratch folder: clean copies hold person-level data. */
  tempDir: string;
}

/** A file with everything it feeds: it is read once. */
interface Opened {
  sources: PreparedSource[];
  notices: string[];
}

/**
 * Finds and checks every file of an extract before anything is loaded: names, encoding, header, and each record's shape.
 * Writes clean copies of files that need one to `tempDir`. Throws ExtractError with the faults of all files together.
 */
export async function prepareExtract({
  extractDir,
  program,
  tempDir,
}: PrepareOptions): Promise<PreparedExtract> {
  const root = await realpath(extractDir).catch(() =>
    refuse(extractDir, "missing_folder", "Name a folder that exists."),
  );
  const files = await listFiles(root).catch(() =>
    refuse(extractDir, "not_a_folder", "Name a folder, not a file."),
  );
  const copies = join(tempDir, "copies");
  await mkdir(copies, { recursive: true, mode: 0o700 });
  const description = parseExtract(await readFile(join(root, EXTRACT_FILE), "utf8").catch(() => undefined));
  const { feeds, faults, notices } = findFeeds(files, program);
  const opened: Opened[] = [];
  for (const [index, group] of [...groupByReading(feeds)].entries()) {
    const result = await openFile(root, group, join(copies, `${index}.csv`), description).catch(
      (error: unknown) => {
        faults.push(...faultsOf(error, group));
      },
    );
    if (result) opened.push(result);
  }
  if (faults.length > 0) throw new ExtractError(faults);
  const sources = opened.flatMap((file) => file.sources);
  const inOrder = feeds.flatMap(({ table, label }) =>
    sources.filter((source) => source.table === table && source.file === label),
  );
  return {
    files: inOrder,
    tables: TABLE_NAMES.filter((table) => inOrder.some((source) => source.table === table)),
    extract: description.info,
    notices: [...description.notices, ...notices, ...opened.flatMap((file) => file.notices)],
  };
}

function refuse(file: string, rule: string, mend: string): never {
  throw new ExtractError([{ file, rule, mend }]);
}

/** The feeds of one file that read it in one encoding. */
function groupByReading(feeds: readonly Feed[]): Iterable<readonly [Feed, ...Feed[]]> {
  const groups = new Map<string, [Feed, ...Feed[]]>();
  for (const feed of feeds) {
    const key = JSON.stringify([feed.file, feed.encoding]);
    const group = groups.get(key);
    if (group) group.push(feed);
    else groups.set(key, [feed]);
  }
  return groups.values();
}

async function openFile(
  root: string,
  feeds: readonly [Feed, ...Feed[]],
  copyPath: string,
  { rows }: ExtractDescription,
): Promise<Opened> {
  const { file, encoding } = feeds[0];
  const kind = formatOf(file);
  if (!kind) throw new FileFault("unknown_format", "Export it as .csv, .csv.gz, .tsv, .ndjson or .parquet.");
  const path = await resolveInside(root, file);
  const sha256 = await hashFile(path);
  const source = ({ table, label, missingValues }: Feed) => ({
    table,
    file: label,
    sha256,
    missingValues,
  });
  if (kind.format === "parquet") {
    await checkParquet(path);
    const damaged = { records: 0, path: null };
    const content = ({ mapping }: Feed) => ({ format: "parquet" as const, path, mapping });
    return {
      sources: feeds.map((feed) => ({ ...source(feed), content: content(feed), damaged })),
      notices: [],
    };
  }
  const fits = feeds.map(
    ({ table, mapping }) =>
      (names: readonly string[]) =>
        fitHeader(table, names, mapping, file),
  );
  const prepare = kind.format === "csv" ? prepareCsv : prepareNdjson;
  const read = await prepare({ path, gzip: kind.gzip, encoding, fits, copyPath });
  checkRowCount(read, rows[file]);
  return fitted(file, feeds, read, source);
}

/** The site may say in `extract.yaml` how many rows a file has; a file with another number was cut off or changed. */
function checkRowCount({ text, damaged }: TextFile, expected: number | undefined): void {
  const found = text.records + damaged.records;
  if (expected !== undefined && expected !== found)
    throw new FileFault(
      "row_count",
      `${EXTRACT_FILE} says ${expected} rows and the file has ${found}; export it again.`,
    );
}

/** Pairs a checked text file with the tables it feeds. Throws ExtractError when a header does not fit. */
function fitted(
  file: string,
  feeds: readonly Feed[],
  { text, names, damaged, notices }: TextFile,
  source: (feed: Feed) => Omit<PreparedSource, "content" | "damaged">,
): Opened {
  const used = new Set<number>();
  const faults: Fault[] = [];
  const lacking: string[] = [];
  const sources = feeds.flatMap((feed) => {
    const result = fitHeader(feed.table, names, feed.mapping, feed.label);
    if ("faults" in result) {
      faults.push(...result.faults);
      return [];
    }
    for (const field of result.used) used.add(field);
    lacking.push(...lackingNotice(feed.table, feed.label, result.fit));
    return [{ ...source(feed), content: { ...text, fit: result.fit }, damaged }];
  });
  if (faults.length > 0) throw new ExtractError(faults);
  const unused = names.filter((name, field) => !used.has(field) && normalName(name) !== "");
  const unnamed = names.filter((name) => normalName(name) === "").length;
  if (unused.length > 0) notices.push(`has columns that no table reads: ${unused.join(", ")}`);
  if (unnamed > 0) notices.push(`has ${unnamed} columns without a name, which were not read`);
  return { sources, notices: [...notices.map((notice) => `${file} ${notice}`), ...lacking] };
}

function faultsOf(error: unknown, feeds: readonly [Feed, ...Feed[]]): readonly Fault[] {
  if (error instanceof ExtractError) return error.faults;
  if (!(error instanceof FileFault)) throw error;
  const { rule, mend, line, column } = error;
  return [{ file: feeds[0].file, line, column, rule, mend }];
}
