import { describe, expect, it } from "vitest";
import { axe, overflow } from "./judge_page.ts";
import { open, pagesOf, SITES, type SiteName, sites, WIDTHS } from "./made_sites.ts";

/** The pages of a site, with only one of those whose measure the release does not hold: they are all alike. */
function pagesToOpen(site: SiteName): string[] {
  const { dir, release } = sites[site];
  const held = new Set(release.manifest.measures.map(({ id }) => `measures/${id}.html`));
  const paths = pagesOf(dir);
  const absent = paths.filter((path) => path.startsWith("measures/") && !held.has(path));
  const opened = paths.filter((path) => !absent.slice(1).includes(path));
  expect(opened.length).toBeGreaterThan(8);
  return opened;
}

/** What axe reads differs between widths and colours, hardly between programmes: the small one is read once. */
const READ_BY_AXE: Readonly<Record<SiteName, readonly (keyof typeof WIDTHS)[]>> = {
  rich: ["desktop", "phone", "paper"],
  poor: ["phone"],
  internal: ["desktop", "phone"],
};

/** Every page of every site, at every width: whole, quiet and accessible; in the dark too. */
export function eachPage(): void {
  describe.each(SITES)("every page of the %s site", (site) => {
    it.each(Object.keys(WIDTHS) as (keyof typeof WIDTHS)[])(
      "is whole, quiet and accessible on %s",
      async (width) => {
        const { media, ...viewport } = WIDTHS[width];
        const { page, context, faults } = await open(site, "index.html", { viewport, media });
        for (const path of pagesToOpen(site)) {
          await page.goto(`${sites[site].origin}/${path}`, { waitUntil: "load" });
          const found = READ_BY_AXE[site].includes(width) ? await axe(page) : [];
          expect({ path, faults, overflow: await overflow(page), axe: found }).toEqual({
            path,
            faults: [],
            overflow: 0,
            axe: [],
          });
        }
        await context.close();
      },
      600_000,
    );
  });

  describe("every page in the dark", () => {
    it("keeps the contrast of its colours", async () => {
      const { page, context } = await open("internal", "index.html", { colorScheme: "dark" });
      for (const path of pagesToOpen("internal")) {
        await page.goto(`${sites.internal.origin}/${path}`, { waitUntil: "load" });
        expect({ path, axe: await axe(page, ["color-contrast"]) }).toEqual({ path, axe: [] });
      }
      await context.close();
    }, 600_000);
  });

  describe("the checks of a page", () => {
    it("see a fault of each kind when one is planted", async () => {
      const { page, context, faults } = await open("rich", "index.html", { viewport: WIDTHS.phone });
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
}
