import { chmod, copyFile, mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { ProgramError } from "../src/errors.ts";
import type { Edition } from "../src/reference/disclosure_rules.ts";
import { openWarehouse, type Warehouse } from "../src/warehouse/warehouse.ts";
import { dropLock, takeLock } from "./lock.ts";

/** The data folder of one run: locked, with private places for person-level data. */
export interface Workspace {
  /** Private scratch folder, empty at the start and removed at the end. */
  tempDir: string;
  warehousePath: string;
  /** Where the releases of each edition are. */
  releaseDirs: Readonly<Record<Edition, string>>;
  /** Private places for the exact counts behind them. */
  keptDirs: Readonly<Record<Edition, string>>;
}

/**
 * Runs `work` with the data folder locked. Scratch left by a killed run is wiped first. Throws BusyError when another
 * live process holds the folder; a lock whose process is gone is taken over.
 */
export async function withWorkspace<T>(
  dataDir: string,
  work: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  await mkdir(dataDir, { recursive: true });
  const lock = join(dataDir, ".lock");
  await takeLock(lock);
  const tempDir = join(dataDir, ".tmp");
  try {
    await rm(tempDir, { recursive: true, force: true });
    for (const name of [".tmp", "warehouse"]) await privateFolder(join(dataDir, name));
    return await work({
      tempDir,
      warehousePath: join(dataDir, "warehouse", "observatory.duckdb"),
      releaseDirs: { public: releaseDirOf(dataDir, "public"), internal: releaseDirOf(dataDir, "internal") },
      keptDirs: { public: join(dataDir, "kept", "public"), internal: join(dataDir, "kept", "internal") },
    });
  } finally {
    await rm(tempDir, { recursive: true, force: true });
    await dropLock(lock);
  }
}

/** Where the releases of an edition are under a data folder. */
export const releaseDirOf = (dataDir: string, edition: Edition): string =>
  join(dataDir, edition === "public" ? "release" : "release-internal");

/** Builds a warehouse in scratch and moves it to its name when it is whole; `base` is what it starts from. */
export async function replaceWarehouse(
  { tempDir, warehousePath }: Workspace,
  base: "empty" | "present",
  work: (warehouse: Warehouse) => Promise<void>,
): Promise<void> {
  const path = join(tempDir, "observatory.duckdb");
  if (base === "present") {
    await assertWarehouse(warehousePath);
    await copyFile(warehousePath, path);
  }
  const warehouse = await openWarehouse({ path, tempDir: join(tempDir, "spill") });
  try {
    await work(warehouse);
    await warehouse.run("CHECKPOINT");
  } finally {
    await warehouse.close();
  }
  await chmod(path, 0o600);
  await rename(path, warehousePath);
}

/** Opens the present warehouse for reading. Throws ProgramError when there is none. */
export async function withPresentWarehouse<T>(
  { tempDir, warehousePath }: Workspace,
  work: (warehouse: Warehouse) => Promise<T>,
): Promise<T> {
  await assertWarehouse(warehousePath);
  const warehouse = await openWarehouse({ path: warehousePath, tempDir: join(tempDir, "spill") });
  try {
    await warehouse.lock();
    return await work(warehouse);
  } finally {
    await warehouse.close();
  }
}

export async function privateFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  await chmod(path, 0o700);
}

async function assertWarehouse(path: string): Promise<void> {
  const found = await open(path, "r").catch(() => null);
  if (!found) throw new ProgramError(`there is no warehouse at ${path}; run \`observatory load\` first`);
  await found.close();
}
