import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { VIEWS } from "../../reports/components/views.ts";
import { largeRelease } from "./large_release.ts";
import { folder, openFrom, serve, sites, WIDTHS } from "./made_sites.ts";

const SCRIPT_BYTES = 350_000;
const PAGE_BYTES = 150_000;

/** What a page may weigh, measured on a measure of fifty clinics over sixty months. How soon it can be seen is told, for a busy machine is no judge. */
export function budgets(): void {
  describe("a measure of 50 clinics over 60 months", () => {
    it("stays within its budgets", async () => {
      const page = "measures/large.html";
      const dir = join(folder, "large");
      cpSync(sites.rich.dir, dir, { recursive: true });
      const html = readFileSync(join(dir, "measures", "response.html"), "utf8");
      writeFileSync(join(dir, page), drawLarge(html));
      const opened = await openFrom(await serve(dir), page, { viewport: WIDTHS.desktop });
      const scripts: Promise<Buffer>[] = [];
      opened.page.on("response", (response) => {
        if (response.request().resourceType() === "script") scripts.push(response.body());
      });
      await opened.page.reload({ waitUntil: "load" });
      await opened.page.getByRole("searchbox", { name: "Search the pages" }).fill("r");
      await opened.page.locator("#observablehq-search-results a").first().waitFor();
      const seconds = await opened.page.evaluate(
        () => (performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN) / 1000,
      );
      expect(await opened.page.locator(".drawing svg:visible").count()).toBeGreaterThan(4);
      const bytes = {
        scripts: (await Promise.all(scripts)).reduce((sum, body) => sum + gzipSync(body).length, 0),
        page: gzipSync(readFileSync(join(dir, page))).length,
      };
      console.info(
        `a measure of 50 clinics over 60 months: scripts ${bytes.scripts} bytes compressed (budget ${SCRIPT_BYTES}), page with all its data ` +
          `${bytes.page} (budget ${PAGE_BYTES}; ${readFileSync(join(dir, page)).length} as it is), charts painted ${seconds.toFixed(2)} s after the start`,
      );
      expect(bytes.scripts).toBeGreaterThan(0);
      expect(bytes.scripts).toBeLessThanOrEqual(SCRIPT_BYTES);
      expect(bytes.page).toBeLessThanOrEqual(PAGE_BYTES);
      await opened.context.close();
    });
  });
}

/** A built page of a measure with its view drawn again from the large release. */
function drawLarge(html: string): string {
  const dom = new JSDOM(html);
  const { document } = dom.window;
  const place = document.querySelector("[data-view=measure]");
  const release = largeRelease(sites.rich.release, { clinics: 50, months: 60 });
  expect(release.manifest.clinics).toHaveLength(50);
  const drawn = VIEWS.measure?.({ document, release, tables: [], beside: [] }, { id: "response" });
  if (!place || !drawn) throw new Error("the page has no place for its measure");
  place.replaceChildren(drawn);
  return dom.serialize();
}
