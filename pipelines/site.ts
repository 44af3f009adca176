import { mkdir, rm } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { contractOf, TABLE_NAMES } from "../src/contracts/tables.ts";
import { readRelease } from "../src/publish/read_release.ts";
import { count, type Progress } from "./progress.ts";
import { writeDownloads } from "./site_downloads.ts";
import { buildShell } from "./site_framework.ts";
import { finishPages } from "./site_pages.ts";
import { swapFolder } from "./site_swap.ts";

export interface SiteToBuild {
  /** A release: the folder that holds `manifest.json`. */
  releaseDir: string;
  /** Where the site goes; an earlier site there stays until the new one is whole. */
  outDir: string;
  progress?: Progress;
}

/** What was built. */
export interface BuiltSite {
  pages: number;
  downloads: number;
}

/**
 * Builds the static site of one release: shell and Markdown by Observable Framework in a folder of its own, then tables and
 * charts drawn into the pages. Needs no network; the same release gives the same bytes.
 */
export async function buildSite({ releaseDir, outDir, progress }: SiteToBuild): Promise<BuiltSite> {
  const out = resolve(outDir);
  const scratch = join(dirname(out), ".tmp", `${basename(out)}-${process.pid}-${Date.now()}`);
  const release = readRelease(releaseDir);
  const tables = TABLE_NAMES.map((name) => ({ name, required: contractOf(name).required }));
  try {
    await mkdir(scratch, { recursive: true });
    const shellDone = progress?.step("build the pages");
    await buildShell({ releaseDir, outDir: scratch });
    shellDone?.();
    const drawDone = progress?.step("draw tables and charts");
    const pages = await finishPages(scratch, { release, tables });
    const downloads = await writeDownloads({ releaseDir, outDir: scratch, manifest: release.manifest });
    drawDone?.(`${count(pages)} pages, ${count(downloads)} downloads`);
    await swapFolder(scratch, out);
    return { pages, downloads };
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
