import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { BusyError } from "../src/errors.ts";

/** How often a lock that comes and goes is tried. */
const ATTEMPTS = 5;

/**
 * Makes the file `lock` hold this process. The owner is written before the lock appears under its name (a link is made only where
 * nothing is), so nobody ever reads half of it; a dead owner's lock is moved aside by one taker only. Throws BusyError when a live process
 * holds it.
 */
export async function takeLock(lock: string): Promise<void> {
  const mine = `${lock}-${process.pid}`;
  await writeFile(mine, String(process.pid), { mode: 0o600 });
  try {
    for (let attempt = 1; !(await linked(mine, lock)); attempt++) {
      const owner = await readFile(lock, "utf8").catch(() => null);
      if (owner === null && attempt < ATTEMPTS) continue;
      if (attempt === ATTEMPTS || isAlive(Number(owner)))
        throw new BusyError(
          `another run holds the data folder (${lock}); wait until it ends, then run again`,
        );
      await dropLock(lock, `${owner}`);
    }
  } finally {
    await rm(mine, { force: true });
  }
}

/** Removes a lock if it is still this owner's; one that a rival took meanwhile is put back. */
export async function dropLock(lock: string, owner = String(process.pid)): Promise<void> {
  const aside = `${lock}-${process.pid}-aside`;
  try {
    await rename(lock, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  if ((await readFile(aside, "utf8")) !== owner) await linked(aside, lock);
  await rm(aside, { force: true });
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
