import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchBrowser } from "../../pipelines/browser.ts";
import { buildSite } from "../../pipelines/site.ts";
import { INTERNAL } from "../../src/disclosure/policy.ts";
import { type Release, readRelease } from "../../src/publish/read_release.ts";
import { writeMadeRelease } from "../reports/made_release.ts";
import { serveFolder } from "./serve_folder.ts";

/** The sites that are looked at: the public one of a programme of many people and of few, and the internal one. */
export const SITES = ["rich", "poor", "internal"] as const;
export type SiteName = (typeof SITES)[number];

export const WIDTHS = {
  desktop: { width: 1280, height: 900, media: "screen" },
  phone: { width: 390, height: 844, media: "screen" },
  paper: { width: 680, height: 960, media: "print" },
} as const;

interface MadeSite {
  /** Its folder, and that of its release. */
  dir: string;
  releaseDir: string;
  release: Release;
  origin: string;
}

const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const servers: (() => void)[] = [];
let browser: Browser | undefined;

/** Folder of everything that these tests write. */
export let folder = "";
/** Every try of a build to reach another machine is written here. */
export let attempts = "";
export const sites = {} as Record<SiteName, MadeSite>;

/** Builds and serves the sites, with the network cut off, and starts the one browser. */
export async function makeSites(): Promise<void> {
  mkdirSync(join(PROJECT, ".tmp"), { recursive: true });
  folder = mkdtempSync(join(PROJECT, ".tmp", "browser-"));
  attempts = join(folder, "network.txt");
  const release = (name: SiteName) => join(folder, "releases", name);
  const releases = {
    rich: writeMadeRelease(release("rich")),
    poor: writeMadeRelease(release("poor"), 110),
    internal: writeMadeRelease(release("internal"), 400, INTERNAL),
  };
  for (const name of SITES) {
    const releaseDir = releases[name];
    const dir = join(folder, name);
    await withoutNetwork(() => buildSite({ releaseDir, outDir: dir }));
    const { origin, close } = await serveFolder(dir);
    servers.push(close);
    sites[name] = { dir, releaseDir, release: readRelease(releaseDir), origin };
  }
  browser = await launchBrowser();
}

export async function dropSites(): Promise<void> {
  await browser?.close();
  for (const close of servers) close();
  rmSync(folder, { recursive: true, force: true });
}

/** The pages of a site, by path. */
export const pagesOf = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".html"))
    .sort();

/** Runs a build whose processes cannot reach another machine; what they tried is in `attempts`. */
export async function withoutNetwork<T>(work: () => Promise<T>): Promise<T> {
  const { NODE_OPTIONS = "" } = process.env;
  process.env.NETWORK_ATTEMPTS = attempts;
  process.env.NODE_OPTIONS = `${NODE_OPTIONS} --import ${new URL("no_network.mjs", import.meta.url).href}`;
  try {
    return await work();
  } finally {
    process.env.NODE_OPTIONS = NODE_OPTIONS;
  }
}

export interface Opened {
  page: Page;
  context: BrowserContext;
  /** Everything that went wrong or elsewhere while it was open. */
  faults: string[];
}

type Looks = Parameters<Browser["newContext"]>[0] & { media?: "screen" | "print" };

/** Opens a page of a served site in a window of its own. */
export const open = (site: SiteName, path: string, looks: Looks = {}): Promise<Opened> =>
  openAt(`${sites[site].origin}/${path}`, sites[site].origin, looks);

/** Opens a file of a folder from the disk, with no server; whatever is asked for outside of the folder is a fault. */
export const openFile = (home: string, path: string, looks: Looks = {}): Promise<Opened> =>
  openAt(pathToFileURL(join(home, path)).href, pathToFileURL(home).href, looks);

async function openAt(url: string, home: string, { media = "screen", ...rest }: Looks): Promise<Opened> {
  if (!browser) throw new Error("the sites are not made yet");
  const context = await browser.newContext(rest);
  const faults: string[] = [];
  await context.route("**/*", (route) => {
    const asked = route.request().url();
    if (asked.startsWith(home) || asked.startsWith("data:")) return route.continue();
    faults.push(`asked for ${asked}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && faults.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
  page.on("dialog", (dialog) => {
    faults.push("a dialog opened");
    return dialog.dismiss();
  });
  await page.emulateMedia({ media });
  await page.goto(url, { waitUntil: "load" });
  return { page, context, faults };
}
