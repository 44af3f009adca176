import { randomUUID } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { GateError } from "../errors.ts";
import type { CountCell } from "../reference/cells.ts";
import { syncFolder, writeDurable } from "./durable.ts";

const ENDING = ".json.gz";

/**
 * Keeps the exact counts behind a release in a private folder, so that the next one knows which of them late data and corrections have
 * changed since. They are small counts, and never leave the machine.
 */
export function keepCounts(keptDir: string, release: string, counts: readonly CountCell[]): void {
  mkdirSync(keptDir, { recursive: true, mode: 0o700 });
  chmodSync(keptDir, 0o700);
  const draft = join(keptDir, `.${randomUUID()}`);
  writeDurable(draft, gzipSync(JSON.stringify(counts)), 0o600);
  renameSync(draft, pathOf(keptDir, release));
  syncFolder(keptDir);
}

/** Removes the counts behind all releases but these, and what a kill left behind. */
export function forgetOthers(keptDir: string, releases: ReadonlySet<string>): void {
  if (!existsSync(keptDir)) return;
  for (const name of readdirSync(keptDir))
    if (!releases.has(name.slice(0, -ENDING.length))) rmSync(join(keptDir, name));
}

/** The exact counts behind a release; undefined where they were not kept. Throws a GateError where they cannot be read. */
export function keptCounts(keptDir: string, release: string): readonly CountCell[] | undefined {
  const path = pathOf(keptDir, release);
  if (!existsSync(path)) return undefined;
  try {
    const rows: unknown = JSON.parse(gunzipSync(readFileSync(path)).toString("utf8"));
    if (isCounts(rows)) return rows;
  } catch {
    // Told below, without what was read.
  }
  throw new GateError(
    `${path} cannot be read; bring it back, or remove it, and the gate takes the counts to have only grown`,
  );
}

const isCounts = (rows: unknown): rows is CountCell[] =>
  Array.isArray(rows) &&
  rows.every((row) =>
    [row?.denominator, row?.observed, row?.numerator].every((count) => Number.isSafeInteger(count)),
  );

/** Named for what a release is called in the store: one that replaces it has counts of its own. */
const pathOf = (keptDir: string, release: string): string => join(keptDir, `${release}${ENDING}`);
