import { cp, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { ViewContext } from "../reports/components/release.ts";
import { contractOf, TABLE_NAMES } from "../src/contracts/tables.ts";
import { readRelease } from "../src/publish/read_release.ts";
import { count, type Progress } from "./progress.ts";
import { HEAD_FILE, runningHead } from "./running_head.ts";
import { writeDownloads } from "./site_downloads.ts";
import { earlierFor } from "./site_earlier.ts";
import { buildShell } from "./site_framework.ts";
import { finishPages } from "./site_pages.ts";
import { refuseForeignFolder, swapFolder } from "./site_swap.ts";

export interface SiteToBuild {
  /** A release: the folder that holds `manifest.json`. */
  releaseDir: string;
  /** Where the site goes; an earlier site there stays until the new one is whole. */
  outDir: string;
  /** Other releases, each a site of its own in a folder of this one; the home pages name each other. */
  beside?: readonly { folder: string; releaseDir: string }[];
  progress?: Progress;
}

/** What was built. */
export interface BuiltSite {
  pages: number;
  downloads: number;
}

/**
 * Builds the static site of one release: shell and Markdown by Observable Framework in a folder of its own, then tables and
 * charts drawn into the pages. The release says which edition it is, and so which pages there are. Needs no network; the same
 * release gives the same bytes.
 */
export async function buildSite({
  releaseDir,
  outDir,
  beside = [],
  progress,
}: SiteToBuild): Promise<BuiltSite> {
  const out = resolve(outDir);
  await refuseForeignFolder(out);
  const scratch = `${out}.draft-${process.pid}`;
  const shells = `${scratch}-beside`;
  const { policy, clinics } = readRelease(releaseDir).manifest;
  const { edition } = policy;
  const nameOf = (dir: string) => readRelease(dir).manifest.program.name;
  const home = { name: nameOf(releaseDir), href: "../index.html" };
  const others = beside.map((other) => ({
    name: nameOf(other.releaseDir),
    href: `${other.folder}/index.html`,
  }));
  try {
    const done = progress?.step(`build the ${edition} pages`);
    await buildShell(scratch, { edition, clinics: clinics.map(({ clinic_id }) => clinic_id) });
    for (const { folder } of beside) await cp(scratch, join(shells, folder), { recursive: true });
    done?.();
    const site = await drawSite({ releaseDir, outDir: scratch, beside: others, progress });
    for (const other of beside) {
      const outDir = join(shells, other.folder);
      await drawSite({ releaseDir: other.releaseDir, outDir, beside: [home], progress });
      await rename(outDir, join(scratch, other.folder));
    }
    await swapFolder(scratch, out);
    return site;
  } finally {
    for (const folder of [scratch, shells]) await rm(folder, { recursive: true, force: true });
  }
}

async function drawSite({
  releaseDir,
  outDir,
  beside,
  progress,
}: {
  releaseDir: string;
  outDir: string;
  beside: ViewContext["beside"];
  progress: Progress | undefined;
}): Promise<BuiltSite> {
  const release = readRelease(releaseDir);
  const tables = TABLE_NAMES.map((name) => ({ name, required: contractOf(name).required }));
  const drawDone = progress?.step("draw tables and charts");
  const earlier = await earlierFor(releaseDir, release);
  const finished = await finishPages(outDir, { release, tables, beside, earlier });
  await writeFile(join(outDir, HEAD_FILE), runningHead(release.manifest));
  const files = await writeDownloads({ releaseDir, outDir, manifest: release.manifest });
  const site = { ...finished, downloads: finished.downloads + files };
  drawDone?.(`${count(site.pages)} pages, ${count(site.downloads)} downloads`);
  return site;
}
