import { lstatSync, readFileSync, readlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { GateError, ObservatoryError, ProgramError } from "../errors.ts";
import { fromArrow } from "./arrow.ts";
import { sha256 } from "./hash.ts";
import type { Manifest } from "./manifest.ts";
import { TABLES, type Table, type TableRows } from "./schema.ts";

/** One release as its readers see it. */
export type Release = {
  manifest: Manifest;
  /** SHA-256 of the manifest's bytes, and through it of every file: two releases with one seal are the same. */
  seal: string;
} & {
  readonly [Name in keyof TableRows]: readonly TableRows[Name][];
};

/**
 * Reads the release at a path, and verifies every file against the manifest. A release that is replaced meanwhile is
 * read again from its successor. Throws a ProgramError where there is none, a GateError where a file is not the one published.
 */
export function readRelease(dir: string): Release {
  const home = homeOf(dir);
  try {
    return readWhole(home);
  } catch (error) {
    if (homeOf(dir) !== home) return readRelease(dir);
    if (error instanceof ObservatoryError) throw error;
    throw new GateError("the release cannot be read whole; publish it again");
  }
}

/** Whether a folder holds one complete release whose files are those of its manifest. */
export function isWhole(home: string): boolean {
  try {
    readWhole(home);
    return true;
  } catch {
    return false;
  }
}

function homeOf(dir: string): string {
  const path = resolve(dir);
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found) throw new ProgramError(`there is no release at ${dir}; publish one first`);
  return found.isSymbolicLink() ? resolve(dirname(path), readlinkSync(path)) : path;
}

function readWhole(home: string): Release {
  const bytes = readFileSync(join(home, "manifest.json"));
  const manifest = JSON.parse(bytes.toString("utf8")) as Manifest;
  if (manifest.schema_version !== 1)
    throw new GateError("the release has another schema version; publish it again");
  const files = new Map(manifest.files.map(({ name, sha256: hash }) => [name, verified(home, name, hash)]));
  const rows = <Row>(table: Table<Row>): Row[] => {
    const bytes = files.get(`${table.name}.arrow`);
    if (!bytes) throw new GateError(`the release lacks its table ${table.name}; publish it again`);
    return fromArrow(table, bytes);
  };
  return {
    manifest,
    seal: sha256(bytes),
    cells: rows(TABLES.cells),
    steps: rows(TABLES.steps),
    means: rows(TABLES.means),
    signals: rows(TABLES.signals),
    survival: rows(TABLES.survival),
    costs: rows(TABLES.costs),
    adjusted: rows(TABLES.adjusted),
    calibration: rows(TABLES.calibration),
    imputed: rows(TABLES.imputed),
    gaps: rows(TABLES.gaps),
    targets: rows(TABLES.targets),
    charts: rows(TABLES.charts),
    funnels: rows(TABLES.funnels),
    pooled: rows(TABLES.pooled),
    process_outcomes: rows(TABLES.process_outcomes),
    clinic_care: rows(TABLES.clinic_care),
    actions: rows(TABLES.actions),
    waits: rows(TABLES.waits),
    capacity: rows(TABLES.capacity),
    billing: rows(TABLES.billing),
  };
}

function verified(home: string, name: string, hash: string): Uint8Array {
  const bytes = readFileSync(join(home, name));
  if (sha256(bytes) !== hash)
    throw new GateError(`${name} is not the file that was published; publish the release again`);
  return bytes;
}
