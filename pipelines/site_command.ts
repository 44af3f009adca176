import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Program } from "../src/contracts/program.ts";
import { ProgramError } from "../src/errors.ts";
import { EDITIONS, type Edition } from "../src/reference/disclosure_rules.ts";
import type { CommandOptions } from "./options.ts";
import { refusePublicFolder } from "./policies.ts";
import type { Progress } from "./progress.ts";
import { readRunRecord } from "./run_record.ts";
import { releaseDirOf, withPresentWarehouse, withWorkspace } from "./workspace.ts";

/** Where a site goes unless told otherwise. */
export const SITES: Readonly<Record<Edition, string>> = { public: "dist", internal: "dist-internal" };

type SiteOptions = Pick<CommandOptions, "asOf" | "data" | "out"> & { edition: Edition };

/** `observatory site`: builds the site of an edition's release of `--as-of`, else of its newest release. */
export async function siteCommand(
  { asOf, data, out, edition }: SiteOptions,
  progress: Progress,
): Promise<void> {
  const release = await newestRelease(data, { asOf, edition });
  const place = out ?? SITES[edition];
  if (edition === "internal")
    await withWorkspace(data, (workspace) =>
      withPresentWarehouse(workspace, async (warehouse) =>
        refusePublicFolder(place, (await readRunRecord(warehouse)).program),
      ),
    );
  await siteFrom(release, place, progress);
}

/** The folder of the newest release of an edition under `data`, or of the one of `asOf`. Throws ProgramError where there is none. */
export async function newestRelease(
  data: string,
  { asOf, edition = "public" }: { asOf?: string | undefined; edition?: Edition } = {},
): Promise<string> {
  const folder = releaseDirOf(data, edition);
  const names = await readdir(folder).catch(() => []);
  const releases = names.filter((name) => /^\d{4}-\d{2}-\d{2}$/.test(name)).sort();
  const chosen = asOf ?? releases.at(-1);
  if (chosen && releases.includes(chosen)) return join(folder, chosen);
  throw new ProgramError(
    `there is no ${edition} release${asOf ? ` of ${asOf}` : ""} under ${data}; run \`observatory run\` first`,
  );
}

/** Builds the site of each release: the public one into `out`, the internal one beside it, into `<out>-internal`. */
export async function sitesFrom(
  releases: Readonly<Partial<Record<Edition, string>>>,
  { out = SITES.public, program }: { out?: string | undefined; program: Program },
  progress: Progress,
): Promise<void> {
  const places = { public: out, internal: `${out}-internal` };
  for (const edition of EDITIONS) {
    const release = releases[edition];
    if (!release) continue;
    if (edition === "internal") refusePublicFolder(places.internal, program);
    await siteFrom(release, places[edition], progress);
  }
}

/** Builds the site of one release folder into `outDir`. A DOM and a bundler are loaded only here, when a site is asked for. */
async function siteFrom(releaseDir: string, outDir: string, progress: Progress): Promise<void> {
  const { buildSite } = await import("./site.ts");
  await buildSite({ releaseDir, outDir, progress });
}
