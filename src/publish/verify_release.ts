import { existsSync, readFileSync, realpathSync } from "node:fs";
import { basename, join } from "node:path";
import { ProgramError } from "../errors.ts";
import { sha256 } from "./hash.ts";
import type { Manifest } from "./manifest.ts";
import { verifyTables } from "./verify_tables.ts";

/** A file of a release and what is wrong with it. */
export interface Mismatch {
  file: string;
  what: string;
}

/** What a release was held against, and everything in it that does not match. */
export interface Verification {
  /** SHA-256 of the manifest. */
  seal: string;
  files: number;
  /** Derived numbers that were worked out again. */
  numbers: number;
  faults: Mismatch[];
}

const HASH = /^[0-9a-f]{64}$/;

/**
 * Holds a release against itself: every file against its hash in the manifest, the manifest against the name of its folder where
 * that is one, each CSV against its table's rows, the summary against the cells, and every derived number against what the
 * published counts beside it give. Parquet files are held against their hash alone. Throws a ProgramError where there is no release.
 */
export function verifyRelease(dir: string): Verification {
  if (!existsSync(join(dir, "manifest.json")))
    throw new ProgramError(`there is no release at ${dir}: it holds no manifest.json`);
  const home = realpathSync(dir);
  const bytes = readFileSync(join(home, "manifest.json"));
  const seal = sha256(bytes);
  const result: Verification = { seal, files: 0, numbers: 0, faults: [] };
  const fault = (file: string, what: string) => result.faults.push({ file, what });
  if (HASH.test(basename(home)) && basename(home) !== seal)
    fault("manifest.json", "is not the manifest that was published: its folder is named for another");
  const manifest = parse(bytes);
  if (!manifest) {
    fault("manifest.json", "cannot be read");
    return result;
  }
  const sound = new Map<string, Uint8Array>();
  for (const { name, sha256: hash, bytes: length } of manifest.files) {
    result.files++;
    const found = read(join(home, name));
    if (!found) fault(name, "is missing");
    else if (sha256(found) !== hash || found.length !== length)
      fault(name, "is not the file that was published");
    else sound.set(name, found);
  }
  const checked = verifyTables(manifest, sound);
  return { ...result, numbers: checked.numbers, faults: [...result.faults, ...checked.faults] };
}

function parse(bytes: Uint8Array): Manifest | null {
  try {
    const manifest = JSON.parse(Buffer.from(bytes).toString("utf8")) as Manifest;
    return manifest.schema_version === 1 && Array.isArray(manifest.files) ? manifest : null;
  } catch {
    return null;
  }
}

function read(path: string): Uint8Array | null {
  return existsSync(path) ? readFileSync(path) : null;
}
