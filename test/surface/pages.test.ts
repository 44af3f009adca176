import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, describe, expect, it } from "vitest";
import { csvRecords } from "../../pipelines/site_downloads.ts";
import { VIEWS } from "../../reports/components/views.ts";
import { type Release, readRelease } from "../../src/publish/read_release.ts";
import { writeMadeRelease } from "../reports/made_release.ts";
import { blankRelease } from "./blank_release.ts";
import { SITE_LEAKS } from "./planted_in_site.ts";
import { differences, scanSite } from "./scan_site.ts";

const folder = mkdtempSync(join(tmpdir(), "observatory-surface-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

const releaseDir = writeMadeRelease(at("release"));
const release = readRelease(releaseDir);
const MEASURES = ["follow_up"];

/** Draws the pages of some measures, and their downloads, as the site does. */
function draw(siteDir: string, drawn: Release): void {
  const [header, ...records] = csvRecords(readFileSync(join(releaseDir, "cells.csv"), "utf8"));
  for (const id of MEASURES) {
    const { document } = new JSDOM("<!DOCTYPE html><main></main>").window;
    const view = VIEWS.measure?.({ document, release: drawn, tables: [], beside: [] }, { id });
    document.querySelector("main")?.replaceChildren(view ?? "");
    write(join(siteDir, "measures", `${id}.html`), document.documentElement.outerHTML);
    const rows = records.filter((record) => record.startsWith(`${id},`));
    write(join(siteDir, "data", `${id}.csv`), [header, ...rows].map((record) => `${record}\n`).join(""));
  }
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

const site = { siteDir: at("site"), blankDir: at("blank"), releaseDir };
draw(site.siteDir, release);
draw(site.blankDir, blankRelease(release));
draw(at("again"), release);

describe("pages drawn from a release", () => {
  it("hold released numbers, functions of them, and constants", () => {
    expect(scanSite(site)).toEqual([]);
    expect(differences(site.siteDir, at("again"))).toEqual([]);
  });

  it("show no number of people when everything is hidden", () => {
    const page = readFileSync(join(site.blankDir, "measures", "follow_up.html"), "utf8");
    expect(page).toContain("hidden");
    expect(page).not.toMatch(/>\d+%</);
  });
});

describe("planted in a site, each of these is found:", () => {
  it.each(Object.entries(SITE_LEAKS))("%s", (name, plant) => {
    const siteDir = at(`with ${name}`);
    cpSync(site.siteDir, siteDir, { recursive: true });
    plant(siteDir);
    const read = scanSite({ ...site, siteDir });
    const drawn = differences(siteDir, at("again"));
    console.info(
      `${name}: ${read.length} numbers that may not be there, ${drawn.length} files that the release does not give`,
    );
    expect(drawn).toHaveLength(1);
    if (name !== "SVG geometry") expect(read.length).toBeGreaterThan(0);
  });
});
