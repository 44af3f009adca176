import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { inject } from "vitest";
import { launchBrowser } from "../../pipelines/browser.ts";
import { type Release, readRelease } from "../../src/publish/read_release.ts";
import { serveFolder } from "./serve_folder.ts";
import { SITES, type SiteName, sharedSite } from "./shared_sites.ts";

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

const servers: (() => void)[] = [];
let browser: Browser | undefined;

/** Folder of everything that these tests write. */
export let folder = "";
export const sites = {} as Record<SiteName, MadeSite>;

/** Has the sites built, serves them, and starts the one browser. */
export async function makeSites(): Promise<void> {
  folder = mkdtempSync(join(inject("runFolder"), "browser-"));
  for (const name of SITES) {
    const { dir, releaseDir } = await sharedSite(name);
    sites[name] = { dir, releaseDir, release: readRelease(releaseDir), origin: await serve(dir) };
  }
  browser = await launchBrowser();
}

/** Serves a folder until the tests are over. */
export async function serve(dir: string): Promise<string> {
  const { origin, close } = await serveFolder(dir);
  servers.push(close);
  return origin;
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

export interface Opened {
  page: Page;
  context: BrowserContext;
  /** Everything that went wrong or elsewhere while it was open. */
  faults: string[];
}

type Looks = Parameters<Browser["newContext"]>[0] & { media?: "screen" | "print" };

/** Opens a page of a served site in a window of its own. */
export const open = (site: SiteName, path: string, looks: Looks = {}): Promise<Opened> =>
  openFrom(sites[site].origin, path, looks);

/** Opens a file of a folder from the disk, with no server; whatever is asked for outside of the folder is a fault. */
export const openFile = (home: string, path: string, looks: Looks = {}): Promise<Opened> =>
  openAt(pathToFileURL(join(home, path)).href, pathToFileURL(home).href, looks);

/** Opens a page of a server, of which nothing but this server may be asked for. */
export const openFrom = (origin: string, path: string, looks: Looks = {}): Promise<Opened> =>
  openAt(`${origin}/${path}`, origin, looks);

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
