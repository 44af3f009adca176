import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { ProgramError } from "../src/errors.ts";
import type { CommandOptions } from "./options.ts";
import type { Progress } from "./progress.ts";

/** `observatory site`: builds the site of the release of `--as-of`, else of the newest release. */
export async function siteCommand({ asOf, data, out }: CommandOptions, progress: Progress): Promise<void> {
  await siteFrom(await newestRelease(data, asOf), out, progress);
}

/** The folder of the newest release under `data`, or of the one of `asOf`. Throws ProgramError where there is none. */
export async function newestRelease(data: string, asOf?: string): Promise<string> {
  const names = await readdir(join(data, "release")).catch(() => []);
  const releases = names.filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name)).sort();
  const chosen = asOf ?? releases.at(-1);
  if (chosen && releases.includes(chosen)) return join(data, "release", chosen);
  throw new ProgramError(
    `there is no release${asOf ? ` of ${asOf}` : ""} under ${data}; run \`observatory run\` first`,
  );
}

/** Builds the site of one release folder into `outDir`. A DOM and a bundler are loaded only here, when a site is asked for. */
export async function siteFrom(releaseDir: string, outDir: string, progress: Progress): Promise<void> {
  const { buildSite } = await import("./site.ts");
  await buildSite({ releaseDir, outDir, progress });
}
