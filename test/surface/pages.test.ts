import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSite } from "../../pipelines/site.ts";
import { INTERNAL } from "../../src/disclosure/policy.ts";
import { readRelease } from "../../src/publish/read_release.ts";
import { writeMadeRelease } from "../reports/made_release.ts";
import { drawBlank } from "./blank_site.ts";
import { SITE_LEAKS, takePage } from "./planted_in_site.ts";
import type { Site } from "./scan_pages.ts";
import { scanSite } from "./scan_site.ts";

const scratch = fileURLToPath(new URL("../../.tmp/", import.meta.url));
mkdirSync(scratch, { recursive: true });
const folder = mkdtempSync(join(scratch, "surface-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => join(folder, name);

const siteOf = (edition: string, releaseDir: string): Site => ({
  siteDir: at(edition),
  blankDir: at(`${edition} blank`),
  releaseDir,
});
const sites = {
  public: siteOf("public", writeMadeRelease(at("release"))),
  internal: siteOf("internal", writeMadeRelease(at("release-internal"), 400, INTERNAL)),
};

beforeAll(async () => {
  for (const { siteDir, blankDir, releaseDir } of Object.values(sites)) {
    await buildSite({ releaseDir, outDir: siteDir });
    drawBlank(siteDir, blankDir, readRelease(releaseDir));
  }
});

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

describe("planted in a site, each of these is found:", () => {
  it.each(Object.entries(SITE_LEAKS))("%s", (name, { page, plant }) => {
    const siteDir = at(`with ${name.replaceAll("/", " ")}`);
    takePage(sites.public.siteDir, page, siteDir);
    plant(siteDir);
    expect(scanSite({ ...sites.public, siteDir }).findings.length).toBeGreaterThan(0);
  });
});
