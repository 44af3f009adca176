import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import axeCore from "axe-core";
import { JSDOM } from "jsdom";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSite } from "../../pipelines/site.ts";
import { percent } from "../../reports/components/formats.ts";
import { cellsOf, programmeCell, type Release, subjectsOf } from "../../reports/components/release.ts";
import { isReadable } from "../../reports/components/sentences.ts";
import { MEASURES } from "../../src/measures/index.ts";
import { readRelease } from "../../src/publish/read_release.ts";
import { NASTY_NAMES, writeMadeRelease } from "../reports/made_release.ts";
import { findBrowser } from "../support/install_browser.ts";
import { serveFolder } from "./serve_folder.ts";

const VIEWS = {
  desktop: { width: 1280, height: 900, media: "screen" },
  phone: { width: 390, height: 844, media: "screen" },
  paper: { width: 680, height: 960, media: "print" },
} as const;

const scratch = fileURLToPath(new URL("../../.tmp/", import.meta.url));
mkdirSync(scratch, { recursive: true });
const folder = mkdtempSync(join(scratch, "browser-"));
const attempts = join(folder, "network.txt");
const sites = { rich: join(folder, "rich"), poor: join(folder, "poor") };
const pagesOf = (site: string) =>
  readdirSync(site, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".html"))
    .sort();

let browser: Browser;
let release: Release;
let releaseDir: string;
const servers = { rich: { origin: "", close: () => {} }, poor: { origin: "", close: () => {} } };

beforeAll(async () => {
  releaseDir = writeMadeRelease(join(folder, "releases", "rich"));
  release = readRelease(releaseDir);
  await withoutNetwork(async () => {
    await buildSite({ releaseDir, outDir: sites.rich });
    await buildSite({
      releaseDir: writeMadeRelease(join(folder, "releases", "poor"), 110),
      outDir: sites.poor,
    });
  });
  servers.rich = await serveFolder(sites.rich);
  servers.poor = await serveFolder(sites.poor);
  browser = await chromium.launch({
    executablePath: findBrowser(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
});

afterAll(async () => {
  await browser?.close();
  for (const { close } of Object.values(servers)) close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a build whose processes cannot reach another machine; what they tried is in `attempts`. */
async function withoutNetwork(work: () => Promise<void>): Promise<void> {
  const { NODE_OPTIONS = "" } = process.env;
  process.env.NETWORK_ATTEMPTS = attempts;
  process.env.NODE_OPTIONS = `${NODE_OPTIONS} --import ${pathToFileURL(fileURLToPath(new URL("no_network.mjs", import.meta.url)))}`;
  try {
    await work();
  } finally {
    process.env.NODE_OPTIONS = NODE_OPTIONS;
  }
}

/** A page and everything that went wrong or elsewhere while it was open. */
async function open(
  site: keyof typeof sites,
  path: string,
  options: Parameters<Browser["newContext"]>[0] & { media?: "screen" | "print" } = {},
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const { media = "screen", ...rest } = options;
  const context = await browser.newContext(rest);
  const { origin } = servers[site];
  const faults: string[] = [];
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (url.startsWith(origin) || url.startsWith("data:")) return route.continue();
    faults.push(`asked for ${url}`);
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
  await page.goto(`${origin}/${path}`, { waitUntil: "load" });
  return { page, context, faults };
}

/** What axe finds on a page, as `rule: first element`. */
async function axe(page: Page): Promise<string[]> {
  await page.evaluate(axeCore.source);
  return page.evaluate(async () => {
    const { axe: engine } = window as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await engine.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

/** How many pixels wider than the window the page is. */
const overflow = (page: Page) =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));

describe("the built site", () => {
  it("has a page for each measure beside the fixed ones", () => {
    expect(pagesOf(sites.rich)).toEqual(
      [
        "data.html",
        "equity.html",
        "funders.html",
        "index.html",
        ...MEASURES.map(({ id }) => `measures/${id}.html`),
        "methods/decisions.html",
        "methods/index.html",
        "methods/speed.html",
        "time_to_improvement.html",
      ].sort(),
    );
  });

  it("was built without a try to reach another machine, by a build that notices one", async () => {
    expect(existsSync(attempts) ? readFileSync(attempts, "utf8") : "").toBe("");
    await withoutNetwork(async () => {
      expect(() =>
        execFileSync(process.execPath, ["-e", "fetch('http://192.0.2.1/').catch(() => process.exit(3))"], {
          stdio: "ignore",
        }),
      ).toThrow();
    });
    expect(readFileSync(attempts, "utf8")).toContain("192.0.2.1");
  });

  it("is the same, byte for byte, when it is built again", async () => {
    const again = join(folder, "again");
    await buildSite({ releaseDir, outDir: again });
    const hashes = (site: string) =>
      readdirSync(site, { recursive: true, encoding: "utf8" })
        .filter((path) => statSync(join(site, path)).isFile())
        .sort()
        .map(
          (path) =>
            `${path} ${createHash("sha256")
              .update(readFileSync(join(site, path)))
              .digest("hex")}`,
        );
    expect(hashes(again).length).toBeGreaterThan(20);
    expect(hashes(again)).toEqual(hashes(sites.rich));
  });

  it("names no other origin in any page", () => {
    for (const path of pagesOf(sites.rich)) {
      const html = readFileSync(join(sites.rich, path), "utf8")
        .replaceAll("http://www.w3.org/", "")
        .replaceAll(encodeURI("http://www.w3.org/"), "");
      expect(html.match(/(?:src|href)="(?:https?:)?\/\/[^"]*"/g)).toBeNull();
    }
  });

  it("leads nowhere that is not there", () => {
    let followed = 0;
    for (const path of pagesOf(sites.rich)) {
      const { document } = new JSDOM(readFileSync(join(sites.rich, path), "utf8")).window;
      for (const link of document.querySelectorAll("a[href], link[href]:not([rel=icon])")) {
        const [target = "", anchor = ""] = (link.getAttribute("href") ?? "").split("#");
        if (target)
          expect({ path, target, there: existsSync(join(sites.rich, path, "..", target)) }).toMatchObject({
            there: true,
          });
        else
          expect({ path, anchor, there: document.getElementById(anchor) !== null }).toMatchObject({
            there: true,
          });
        followed++;
      }
    }
    expect(followed).toBeGreaterThan(100);
  });

  it("offers the release's files and each measure's rows of it", () => {
    const lines = (name: string) =>
      readFileSync(join(sites.rich, "data", `${name}.csv`), "utf8")
        .split("\n")
        .filter(Boolean);
    for (const { id, kind } of release.manifest.measures) {
      const [header, ...rows] = lines(kind === "mean" ? "means" : "cells");
      expect(lines(id)).toEqual([header, ...rows.filter((row) => row.startsWith(`${id},`))]);
      expect(lines(id).length).toBeGreaterThan(10);
    }
    expect(readdirSync(join(sites.rich, "data"))).toEqual(
      expect.arrayContaining(["manifest.json", "cells.parquet", "cells.arrow"]),
    );
  });

  it("refuses a release whose files are not those that were published", async () => {
    await expect(buildSite({ releaseDir: join(folder, "nowhere"), outDir: sites.rich })).rejects.toThrow(
      /no release/,
    );
    expect(pagesOf(sites.rich).length).toBeGreaterThan(5);
  });
});

/** The pages of a site, with only one of those whose measure the release does not hold: they are all alike. */
function pagesToOpen(site: string): string[] {
  const held = new Set(release.manifest.measures.map(({ id }) => `measures/${id}.html`));
  const paths = pagesOf(site);
  const absent = paths.filter((path) => path.startsWith("measures/") && !held.has(path));
  const opened = paths.filter((path) => !absent.slice(1).includes(path));
  expect(opened.length).toBeGreaterThan(8);
  return opened;
}

describe.each(Object.keys(sites) as (keyof typeof sites)[])("every page of the %s programme", (site) => {
  it.each(Object.keys(VIEWS) as (keyof typeof VIEWS)[])(
    "is whole, quiet and accessible on %s",
    async (view) => {
      const { media, ...viewport } = VIEWS[view];
      const { page, context, faults } = await open(site, "index.html", { viewport, media });
      for (const path of pagesToOpen(sites[site])) {
        await page.goto(`${servers[site].origin}/${path}`, { waitUntil: "load" });
        // What axe reads differs between screens, hardly between programmes: one width of the small one will do.
        const found = view === "phone" || (site === "rich" && view === "desktop") ? await axe(page) : [];
        expect({ path, faults, overflow: await overflow(page), axe: found }).toEqual({
          path,
          faults: [],
          overflow: 0,
          axe: [],
        });
      }
      await context.close();
    },
    300_000,
  );
});

describe("the checks of a page", () => {
  it("see a fault of each kind when one is planted", async () => {
    const { page, context, faults } = await open("rich", "index.html", { viewport: VIEWS.phone });
    await page.evaluate(async () => {
      document.documentElement.removeAttribute("lang");
      const wide = document.createElement("div");
      wide.style.width = "2000px";
      wide.textContent = "wide";
      document.querySelector("main")?.append(wide);
      const script = document.createElement("script");
      script.textContent = "window.ran = true";
      document.head.append(script);
      await fetch("https://example.org/").catch(() => undefined);
      await fetch("missing.json");
    });
    expect(await axe(page)).toEqual(expect.arrayContaining([expect.stringContaining("html-has-lang")]));
    expect(await overflow(page)).toBeGreaterThan(1000);
    expect(await page.evaluate(() => "ran" in window)).toBe(false);
    expect(faults.join("\n")).toMatch(/script-src/);
    expect(faults.join("\n")).toMatch(/example\.org/);
    expect(faults.join("\n")).toMatch(/404/);
    await context.close();
  });
});

describe("in the dark", () => {
  it("the colours keep their contrast", async () => {
    for (const path of ["index.html", "measures/response.html", "methods/index.html", "data.html"]) {
      const { page, context } = await open("rich", path, { colorScheme: "dark" });
      expect({ path, axe: await axe(page) }).toEqual({ path, axe: [] });
      await context.close();
    }
  });
});

describe("what a reader meets", () => {
  it("charts are pictures with an alternative and letters of a readable size at every width", async () => {
    for (const { width, height } of [VIEWS.desktop, VIEWS.phone]) {
      const { page, context } = await open("rich", "measures/response.html", { viewport: { width, height } });
      const charts = page.locator(".drawing svg:visible");
      expect(await charts.count()).toBeGreaterThan(4);
      expect(await charts.first().getAttribute("aria-label")).toContain("Response by month");
      const sizes = await charts
        .locator("text")
        .evaluateAll((all) => all.map((text) => text.getBoundingClientRect().height));
      expect(Math.min(...sizes)).toBeGreaterThan(10);
      await context.close();
    }
  });

  it("every headline is there with scripts off", async () => {
    const { page, context } = await open("rich", "index.html", { javaScriptEnabled: false });
    const [text] = await page.locator("main").allInnerTexts();
    const { headlines, measures } = release.manifest;
    const cells = headlines.flatMap(({ measure: id, windows }) =>
      measures
        .filter((measure) => measure.id === id)
        .flatMap((measure) => subjectsOf(release.manifest, measure))
        .filter(({ window }) => windows.includes(window.id))
        .map((subject) => programmeCell(cellsOf(release, subject))),
    );
    expect(cells.filter(isReadable)).toHaveLength(8);
    for (const { value, denominator } of cells.filter(isReadable))
      expect(text).toContain(percent(value, denominator));
    await context.close();
  });

  it("a link into a folded window opens it", async () => {
    const { page, context } = await open("rich", "measures/response.html");
    const folded = page.locator("details.window").first();
    expect(await folded.getAttribute("open")).toBeNull();
    await page.getByRole("link", { name: "PHQ-9, 10 to 16 weeks" }).click();
    expect(await folded.getAttribute("open")).not.toBeNull();
    await context.close();
  });

  it("the page opens from a file, with no server", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(sites.rich, "index.html")).href);
    await page.locator(".glance tbody a").first().click();
    expect(await page.locator("h1").textContent()).toBe(release.manifest.measures[0]?.title);
    expect(await page.locator("h1").evaluate((title) => getComputedStyle(title).fontFamily)).toContain(
      "Charter",
    );
    await context.close();
  });

  it("names that look like code stay text", async () => {
    const { page, context, faults } = await open("rich", "measures/response.html");
    await page.locator("summary").evaluateAll((all) => {
      for (const one of all) one.parentElement?.setAttribute("open", "");
    });
    const text = await page.locator("main").textContent();
    for (const name of NASTY_NAMES) expect(text).toContain(name);
    expect(await page.locator("main img, main script, main iframe").count()).toBe(0);
    expect(faults).toEqual([]);
    expect(existsSync(join(sites.rich, "_file"))).toBe(false);
    await context.close();
  });

  it("search finds a page under the content policy, and leads there", async () => {
    const { page, context, faults } = await open("rich", "methods/index.html");
    await page.getByRole("searchbox", { name: "Search the pages" }).fill("deterioration");
    await page.locator("#observablehq-search-results a").first().click();
    await page.waitForURL("**/measures/reliable_deterioration.html");
    expect(faults).toEqual([]);
    await context.close();
  });

  it("the menu of a phone opens from the keyboard, and the way past it comes first", async () => {
    const { page, context } = await open("rich", "index.html", { viewport: VIEWS.phone });
    const menu = page.getByRole("navigation", { name: "Pages" });
    expect(await menu.isVisible()).toBe(false);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the content");
    await page.getByRole("checkbox", { name: "Show the menu" }).press("Space");
    expect(await menu.isVisible()).toBe(true);
    await context.close();
  });

  it("paper shows every table twin and no navigation", async () => {
    const { page, context } = await open("rich", "measures/response.html", {
      media: "print",
      viewport: VIEWS.paper,
    });
    const tables = page.locator(".window:not(details) .twin table");
    expect(await tables.count()).toBeGreaterThan(4);
    for (const table of await tables.all()) expect((await table.boundingBox())?.height).toBeGreaterThan(40);
    expect(await page.getByRole("navigation").count()).toBe(0);
    await context.close();
  });
});
