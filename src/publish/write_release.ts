import { randomUUID } from "node:crypto";
import { lstatSync, mkdirSync, readdirSync, readlinkSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { Released } from "../disclosure/released.ts";
import { GateError, ProgramError } from "../errors.ts";
import type { CountCell } from "../reference/cells.ts";
import type { Edition } from "../reference/disclosure_rules.ts";
import { toArrow } from "./arrow.ts";
import { toCsv } from "./csv.ts";
import { swapLink, syncFolder, writeDurable } from "./durable.ts";
import { sha256 } from "./hash.ts";
import { forgetOthers, keepCounts } from "./kept_counts.ts";
import type { Manifest } from "./manifest.ts";
import { toParquet } from "./parquet.ts";
import { isWhole } from "./read_release.ts";
import { type ReleasedTables, TABLES, type Table, type TableRows } from "./schema.ts";

/** Holds the releases, each in a folder named for the hash of its manifest. Links in the release folder point here. */
const STORE = ".store";

export interface ReleaseToWrite<E extends Edition = Edition> extends ReleasedTables<E> {
  releaseDir: string;
  asOf: string;
  /** Everything but the files, which are described from what is written. */
  manifest: Omit<Manifest<E>, "files">;
  /** The exact counts behind it, and the private folder in which they are kept for the next release before this one is public. */
  kept?: { dir: string; counts: readonly CountCell[] } | undefined;
}

/**
 * Writes a release and makes it the one at `releaseDir/<asOf>`; returns that path. A release is never changed in place:
 * it is written aside, made durable, renamed to its place in the store, and one rename of a link makes it current, so
 * whenever this is killed the earlier release is whole. The same input gives the same bytes. One writer at a time.
 */
export function writeRelease<E extends Edition>({
  releaseDir,
  asOf,
  manifest,
  kept,
  ...released
}: ReleaseToWrite<E>): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || manifest.as_of !== asOf)
    throw new GateError("a release is named for the as-of date in its manifest, yyyy-mm-dd");
  const store = join(releaseDir, STORE);
  const link = join(releaseDir, asOf);
  refuseFolder(link);
  mkdirSync(store, { recursive: true });
  sweep(releaseDir);

  const { symbol } = manifest.policy;
  const tables: ReleasedTables<E> = released as ReleasedTables<E>;
  const encoded = <Name extends keyof TableRows>(name: Name) =>
    encode<TableRows[Name]>(TABLES[name], tables[name], symbol);
  const files = (Object.keys(TABLES) as (keyof TableRows)[]).flatMap(encoded);
  const described = files.map(({ name, bytes, rows }) => ({
    name,
    sha256: sha256(bytes),
    bytes: bytes.length,
    rows,
  }));
  const manifestBytes = Buffer.from(`${JSON.stringify({ ...manifest, files: described }, null, 2)}\n`);
  const id = sha256(manifestBytes);
  if (!isWhole(join(store, id))) keep(store, id, [...files, { name: "manifest.json", bytes: manifestBytes }]);
  if (kept) keepCounts(kept.dir, id, kept.counts);

  swapLink(link, join(STORE, id), join(store, `.link-${randomUUID()}`));
  syncFolder(releaseDir);
  sweep(releaseDir);
  if (kept) forgetOthers(kept.dir, currentIn(releaseDir));
  return link;
}

interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

/** Puts a folder in the store, whole or not at all. A damaged one of that name is replaced. */
function keep(store: string, id: string, files: readonly NamedBytes[]): void {
  const draft = join(store, `.draft-${randomUUID()}`);
  mkdirSync(draft);
  for (const { name, bytes } of files) writeDurable(join(draft, name), bytes);
  syncFolder(draft);
  rmSync(join(store, id), { recursive: true, force: true });
  renameSync(draft, join(store, id));
  syncFolder(store);
}

function encode<Row extends object>(table: Table<Row>, rows: Released<readonly Row[]>, symbol: string) {
  const file = (ending: string, bytes: Uint8Array) => ({
    name: `${table.name}.${ending}`,
    bytes,
    rows: rows.length,
  });
  return [
    file("csv", Buffer.from(toCsv(table, rows, symbol))),
    file("arrow", toArrow(table, rows)),
    file("parquet", toParquet(table, rows)),
  ];
}

/** Removes what no link points to: drafts and links that a kill left behind, and releases that were replaced. */
function sweep(releaseDir: string): void {
  const current = currentIn(releaseDir);
  for (const name of readdirSync(join(releaseDir, STORE)))
    if (!current.has(name)) rmSync(join(releaseDir, STORE, name), { recursive: true, force: true });
}

/** The releases in the store to which links point. */
function currentIn(releaseDir: string): ReadonlySet<string> {
  const links = readdirSync(releaseDir, { withFileTypes: true }).filter((entry) => entry.isSymbolicLink());
  return new Set(links.map(({ name }) => basename(readlinkSync(join(releaseDir, name)))));
}

function refuseFolder(link: string): void {
  const found = lstatSync(link, { throwIfNoEntry: false });
  if (found && !found.isSymbolicLink())
    throw new ProgramError(`${link} is not a link to a release; move it away and run again`);
}
