import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { PACKS } from "../../pipelines/pack_contents.ts";
import { packDocument } from "../../pipelines/pack_document.ts";
import { fileInside } from "../../pipelines/pack_files.ts";
import { printPack } from "../../pipelines/pack_print.ts";
import { readRelease } from "../../src/publish/read_release.ts";
import { placesOf, type SiteName, sharedSite } from "../browser/shared_sites.ts";
import { drawBlank } from "./blank_site.ts";
import { SITE_LEAKS, takePage } from "./planted_in_site.ts";
import { scanPack, scanPrint } from "./scan_pack.ts";
import type { Site } from "./scan_pages.ts";
import { scanSite } from "./scan_site.ts";

const folder = mkdtempSync(join(inject("runFolder"), "surface-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

const siteOf = (name: SiteName): Site => {
  const { dir, releaseDir } = placesOf(name);
  return { siteDir: dir, blankDir: at(`${name} blank`), releaseDir };
};
const sites = { public: siteOf("rich"), internal: siteOf("internal") };

beforeAll(async () => {
  for (const name of ["rich", "internal"] as const) await sharedSite(name);
  for (const { siteDir, blankDir, releaseDir } of Object.values(sites))
    drawBlank(siteDir, blankDir, readRelease(releaseDir));
}, 900_000);

describe("a site built from a release", () => {
  it.each(["public", "internal"] as const)(
    "holds released numbers, functions of them, and constants, in every page and download: %s",
    (edition) => {
      const { pages, tables, findings } = scanSite(sites[edition]);
      console.info(
        `${edition}: ${pages.numbers} numbers and ${pages.marks} marks on ${pages.pages} pages, ${tables.numbers} numbers in ${tables.files} tables and workbooks, ${tables.results} rows of results`,
      );
      expect(findings).toEqual([]);
      expect(pages.pages).toBeGreaterThan(60);
      expect(pages.numbers).toBeGreaterThan(2000);
      expect(pages.marks).toBeGreaterThan(2000);
      expect(tables.numbers).toBeGreaterThan(2000);
      expect(tables.results).toBeGreaterThan(200);
    },
  );

  it("shows no number of people when everything is hidden", () => {
    const page = readFileSync(join(sites.public.blankDir, "measures", "follow_up.html"), "utf8");
    expect(page).toContain("hidden");
    expect(page).not.toMatch(/>\d+%</);
  });
});

describe.each(["committee", "planner"] as const)("the pack of a %s", (audience) => {
  const pack = PACKS[audience];
  const site = sites[pack.edition];

  it("holds in one file what the pages hold", () => {
    const html = packDocument(site.siteDir, pack, fileInside(site.siteDir)).html();
    const { numbers, files, findings } = scanPack(html, site);
    console.info(`${audience}: ${numbers} numbers in one file, with ${files} files inside`);
    expect(findings).toEqual([]);
    expect(numbers).toBeGreaterThan(500);
    expect(files).toBeGreaterThan(5);
    const leak = html.replace("</h1>", "</h1><p>43.75% of 1,307</p>");
    expect(scanPack(leak, site).findings.length).toBeGreaterThan(0);
  });

  it("prints no other number", async () => {
    const document = packDocument(site.siteDir, pack);
    const { pdf } = await printPack(document, readRelease(site.releaseDir).manifest.as_of);
    const path = at(`${audience}.pdf`);
    writeFileSync(path, pdf);
    const text = execFileSync("pdftotext", ["-raw", "-enc", "UTF-8", path, "-"], { encoding: "utf8" });
    const { numbers, findings } = scanPrint(text, document.html());
    console.info(`${audience}: ${numbers} numbers on paper`);
    expect(findings).toEqual([]);
    expect(numbers).toBeGreaterThan(500);
    expect(scanPrint(`${text} 1,307.43`, document.html()).findings).toHaveLength(1);
  }, 900_000);
});

describe("planted in a site, each of these is found:", () => {
  it.each(Object.entries(SITE_LEAKS))("%s", (name, { page, plant }) => {
    const siteDir = at(`with ${name.replaceAll("/", " ")}`);
    takePage(sites.public.siteDir, page, siteDir);
    plant(siteDir);
    expect(scanSite({ ...sites.public, siteDir }).findings.length).toBeGreaterThan(0);
  });
});
