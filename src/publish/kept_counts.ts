import { randomUUID } from "node:crypto";
import { chmodSync, mkdirSync, readdirSync, readFileSync, readlinkSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { GateError } from "../errors.ts";
import type { CountCell } from "../reference/cells.ts";
import { syncFolder, writeDurable } from "./durable.ts";

const ENDING = ".json.gz";

/**
 * Keeps the exact counts behind a release in a private folder, so that the next one knows which of them late data and corrections have
 * changed since. They are small counts, and never leave the machine. Those of releases that are no more are removed.
 */
export function keepCounts(keptDir: string, release: string, cells: readonly CountCell[]): void {
  mkdirSync(keptDir, { recursive: true, mode: 0o700 });
  chmodSync(keptDir, 0o700);
  const draft = join(keptDir, `.${randomUUID()}`);
  writeDurable(draft, gzipSync(JSON.stringify(cells)), 0o600);
  renameSync(draft, pathOf(keptDir, release));
  const present = new Set(linksIn(dirname(release)).map((link) => basename(pathOf(keptDir, link))));
  for (const name of readdirSync(keptDir)) if (!present.has(name)) rmSync(join(keptDir, name));
  syncFolder(keptDir);
}

/** The exact counts behind a release; undefined where they were not kept. Throws a GateError where they cannot be read. */
export function keptCounts(keptDir: string, release: string): CountCell[] | undefined {
  const path = pathOf(keptDir, release);
  try {
    return JSON.parse(gunzipSync(readFileSync(path)).toString("utf8"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new GateError(
      `${path} cannot be read; remove it, and the gate takes the counts to have only grown`,
    );
  }
}

/** Named for what a release's link points to: a release that replaces it has counts of its own. */
const pathOf = (keptDir: string, release: string): string =>
  join(keptDir, `${basename(readlinkSync(release))}${ENDING}`);

const linksIn = (releaseDir: string): string[] =>
  readdirSync(releaseDir, { withFileTypes: true })
    .filter((entry) => entry.isSymbolicLink())
    .map(({ name }) => join(releaseDir, name));
