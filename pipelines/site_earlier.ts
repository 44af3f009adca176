import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { ObservatoryError } from "../src/errors.ts";
import { type Release, readRelease } from "../src/publish/read_release.ts";
import { ALL } from "../src/reference/cells.ts";

/**
 * The releases beside one that its pages compare it with, oldest first: the one before it, and for each action of the committee the
 * first from the month in which it was agreed. They are of the same programme and edition; one that this version cannot read is
 * left out. Of their cells those of everyone are kept.
 */
export async function earlierFor(releaseDir: string, release: Release): Promise<Release[]> {
  const folder = dirname(releaseDir);
  const { as_of, program, policy } = release.manifest;
  if (basename(releaseDir) !== as_of) return [];
  const days = (await readdir(folder))
    .filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name) && name < as_of)
    .sort();
  const wanted = new Set([
    days.at(-1),
    ...release.actions.map(({ opened }) => days.find((day) => day >= opened)),
  ]);
  return days
    .filter((day) => wanted.has(day))
    .flatMap((day) => readIfWhole(join(folder, day)))
    .filter(
      ({ manifest }) => manifest.program.id === program.id && manifest.policy.edition === policy.edition,
    );
}

function readIfWhole(dir: string): Release[] {
  try {
    const release = readRelease(dir);
    return [{ ...release, cells: release.cells.filter(({ stratum }) => stratum === ALL) }];
  } catch (error) {
    if (error instanceof ObservatoryError) return [];
    throw error;
  }
}
