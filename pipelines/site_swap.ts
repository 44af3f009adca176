import { existsSync } from "node:fs";
import { readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { ProgramError } from "../src/errors.ts";

/** Every site holds its release's manifest here. */
const MARK = join("data", "manifest.json");

/** Throws ProgramError where a folder holds something else than a site, which building one there would delete. */
export async function refuseForeignFolder(place: string): Promise<void> {
  if (!existsSync(place) || existsSync(join(place, MARK))) return;
  if ((await readdir(place)).length > 0)
    throw new ProgramError(
      `${place} holds something else than a built site; name a new or empty folder with --out`,
    );
}

/**
 * Puts a finished folder in the place of another on the same disk. The old one is kept beside it until the new one is in
 * place, and comes back where that fails; where an earlier swap was cut short, the next one goes on from there.
 */
export async function swapFolder(finished: string, place: string): Promise<void> {
  const previous = `${place}.previous`;
  if (existsSync(place)) {
    await rm(previous, { recursive: true, force: true });
    await rename(place, previous);
  }
  try {
    await rename(finished, place);
  } catch (error) {
    if (existsSync(previous)) await rename(previous, place);
    throw error;
  }
  await rm(previous, { recursive: true, force: true });
}
