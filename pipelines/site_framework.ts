import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { clinicSlug } from "../reports/components/clinic_paths.ts";
import { MEASURES } from "../src/measures/index.ts";
import type { Measure } from "../src/measures/measure.ts";
import type { Edition } from "../src/reference/disclosure_rules.ts";

const require = createRequire(import.meta.url);

const PROJECT = fileURLToPath(new URL("..", import.meta.url));
const PAGES = "reports";

/** Never part of a page: caches, and a release that somebody copied by hand. */
const NOT_PAGES = [".observablehq", "data"];

/** Pages and folders of pages that only the internal edition has. */
const INTERNAL_PAGES = ["committee.md", "clinics"];

/** Times that could reach the output are all this one. */
const EPOCH = new Date(0);

/**
 * Libraries that Framework's own client mentions. An empty folder in its cache tells it that a version is there, so that it
 * asks no registry. None of them is used. The offline build test notices when an upgrade changes the list.
 */
const MENTIONED = [
  "@observablehq/plot",
  "@observablehq/sample-datasets",
  "apache-arrow",
  "arquero",
  "d3-dsv",
  "d3",
  "echarts",
  "htl",
  "leaflet",
  "lodash",
  "mapbox-gl",
  "parquet-wasm",
  "react-dom",
  "react",
  "topojson-client",
];

/**
 * Builds shell, navigation, search and Markdown of an edition into `outDir`, with a page for each measure and, in the internal one, each clinic. The pages are copied to a folder of their
 * own first, without a cache, so that nothing stale can be shipped and builds never meet. Throws with Framework's last lines when it fails.
 */
export async function buildShell(
  outDir: string,
  { edition, clinics }: { edition: Edition; clinics: readonly string[] },
): Promise<void> {
  const without = edition === "public" ? [...NOT_PAGES, ...INTERNAL_PAGES] : NOT_PAGES;
  await mkdir(join(PROJECT, ".tmp"), { recursive: true });
  const home = await mkdtemp(join(PROJECT, ".tmp", "pages-"));
  try {
    const pages = join(home, PAGES);
    await cp(join(PROJECT, PAGES), pages, {
      recursive: true,
      filter: (path) => !(dirname(path) === join(PROJECT, PAGES) && without.includes(basename(path))),
    });
    await cp(join(PROJECT, "bench", "results.md"), join(pages, "methods", "speed.md"));
    await mkdir(join(pages, "measures"));
    for (const measure of MEASURES)
      await writeFile(join(pages, "measures", `${measure.id}.md`), measurePage(measure));
    if (edition === "internal")
      for (const slug of clinics.map(clinicSlug))
        await writeFile(join(pages, "clinics", `${slug}.md`), clinicPage(slug));
    await cp(join(PROJECT, "observablehq.config.ts"), join(home, "observablehq.config.ts"));
    await symlink(join(PROJECT, "src"), join(home, "src"));
    for (const name of MENTIONED)
      await mkdir(join(pages, ".observablehq", "cache", "_npm", `${name}@0.0.0`), { recursive: true });
    await pinTimes(home);
    await runFramework(home, edition);
    await cp(join(home, "dist"), outDir, { recursive: true });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

/** A measure's page, as a page loader would write it; a process for each would take longer than all the rest. */
const measurePage = ({ id, title, why }: Measure): string => `---
title: ${JSON.stringify(title)}
---

# ${title}

<p class="lede">${why}</p>

<div data-view="stamp"></div>

<div data-view="measure" data-id="${id}"></div>
`;

/** A clinic's page. Names come from a site's files, so none stands here, where it could be taken for markup or code. */
const clinicPage = (slug: string): string => `---
title: Clinic
---

<div data-view="clinic" data-id="${slug}"></div>

<div data-view="stamp"></div>
`;

async function runFramework(folder: string, edition: Edition): Promise<void> {
  const home = dirname(require.resolve("@observablehq/framework/package.json"));
  const binary = join(home, "dist", "bin", "observable.js");
  const env = {
    ...process.env,
    OBSERVABLE_TELEMETRY_DISABLE: "true",
    TZ: "UTC",
    OBSERVATORY_EDITION: edition,
  };
  try {
    await promisify(execFile)(process.execPath, [binary, "build"], {
      cwd: folder,
      env,
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    const last = `${stdout}\n${stderr}`.split("\n").filter(Boolean).slice(-12).join("\n");
    throw new Error(`the pages could not be built:\n${last}`);
  }
}

/** Gives every file below a folder the same time. The link to `src` is left alone, for it leads out of here. */
async function pinTimes(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (entry.isFile()) await utimes(join(entry.parentPath, entry.name), EPOCH, EPOCH);
}
