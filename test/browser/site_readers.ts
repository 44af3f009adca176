import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { NASTY_NAMES } from "../reports/made_units.ts";
import { headlineFigures } from "./headline_figures.ts";
import { open, openFile, sites, WIDTHS } from "./made_sites.ts";
import { factsOf } from "./page_facts.ts";

/** What somebody who reads, searches, prints or listens meets. */
export function siteReaders(): void {
  describe("what a reader meets", () => {
    it("charts are pictures with an alternative and letters of a readable size at every width", async () => {
      for (const { width, height } of [WIDTHS.desktop, WIDTHS.phone]) {
        const { page, context } = await open("rich", "measures/response.html", {
          viewport: { width, height },
        });
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

    it("every chart says what it shows in words, and which way is better", () => {
      let charts = 0;
      for (const facts of factsOf(sites.internal.dir)) {
        const { path } = facts;
        for (const picture of facts.pictures)
          expect([path, picture]).toEqual([path, expect.stringMatching(/\w{3}/)]);
        const aboutMeasures = /^(measures|clinics)\/|^(committee|time_to_improvement)/.test(path);
        for (const chart of aboutMeasures ? facts.charts : []) {
          expect([path, chart]).toEqual([path, expect.stringMatching(/is better/)]);
          charts++;
        }
      }
      expect(charts).toBeGreaterThan(50);
    });

    it("every headline is there with scripts off", async () => {
      const { page, context } = await open("rich", "index.html", { javaScriptEnabled: false });
      const [text] = await page.locator("main").allInnerTexts();
      const figures = headlineFigures(sites.rich.release);
      expect(figures).toHaveLength(8);
      for (const figure of figures) expect(text).toContain(figure);
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
      const { page, context } = await openFile(sites.rich.dir, "index.html");
      await page.locator(".glance tbody a").first().click();
      await page.waitForURL("**/measures/*.html");
      expect(await page.locator("h1").textContent()).toBe(sites.rich.release.manifest.measures[0]?.title);
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
      expect(existsSync(join(sites.rich.dir, "_file"))).toBe(false);
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
      const { page, context } = await open("rich", "index.html", { viewport: WIDTHS.phone });
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
        viewport: WIDTHS.paper,
      });
      const tables = page.locator(".window:not(details) .twin table");
      expect(await tables.count()).toBeGreaterThan(4);
      for (const table of await tables.all()) expect((await table.boundingBox())?.height).toBeGreaterThan(40);
      expect(await page.getByRole("navigation").count()).toBe(0);
      await context.close();
    });
  });
}
