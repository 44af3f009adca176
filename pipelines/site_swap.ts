import { existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";

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
