import { beforeAll, describe, expect, it } from "vitest";
import { axe, overflow, settle } from "./judge_page.ts";
import { open, pagesOf, sites, WIDTHS } from "./made_sites.ts";
import { SITES, type SiteName } from "./shared_sites.ts";

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

type Width = keyof typeof WIDTHS;
const WIDTH_NAMES = Object.keys(WIDTHS) as Width[];

/** What axe reads differs between widths and colours, hardly between programmes: the small one is read once. */
const READ_BY_AXE: Readonly<Record<SiteName, readonly Width[]>> = {
  rich: ["desktop", "phone", "paper"],
  poor: ["phone"],
  internal: ["desktop", "phone"],
};

/** The site with every kind of page is the one that is looked at in the dark too. */
const IN_THE_DARK: SiteName = "internal";

/** What was found of a page at a width. */
interface Looked {
  path: string;
  faults: string[];
  overflow: number;
  axe: string[];
}

/** Every page of a site with nothing found. */
const whole = (site: SiteName): Looked[] =>
  pagesToOpen(site).map((path) => ({ path, faults: [], overflow: 0, axe: [] }));

/** Opens every page of a site once, and looks at it at each width, and in the dark where asked. */
async function lookAt(site: SiteName) {
  const { page, context, faults } = await open(site, "index.html", { viewport: WIDTHS.desktop });
  const widths = new Map<Width, Looked[]>(WIDTH_NAMES.map((width) => [width, []]));
  const dark: Looked[] = [];
  for (const path of pagesToOpen(site)) {
    await page.setViewportSize(WIDTHS.desktop);
    await page.emulateMedia({ media: "screen", colorScheme: "light" });
    await page.goto(`${sites[site].origin}/${path}`, { waitUntil: "load" });
    for (const [width, looked] of widths) {
      const { media, ...viewport } = WIDTHS[width];
      await page.setViewportSize(viewport);
      await page.emulateMedia({ media });
      await settle(page);
      const found = READ_BY_AXE[site].includes(width) ? await axe(page) : [];
      looked.push({ path, faults: faults.splice(0), overflow: await overflow(page), axe: found });
    }
    if (site !== IN_THE_DARK) continue;
    await page.setViewportSize(WIDTHS.desktop);
    await page.emulateMedia({ media: "screen", colorScheme: "dark" });
    await settle(page);
    dark.push({ path, faults: faults.splice(0), overflow: 0, axe: await axe(page, ["color-contrast"]) });
  }
  await context.close();
  return { widths, dark };
}

/** Every page of every site, at every width: whole, quiet and accessible; in the dark too. */
export function eachPage(): void {
  describe.each(SITES)("every page of the %s site", (site) => {
    let looked: Awaited<ReturnType<typeof lookAt>>;
    beforeAll(async () => {
      looked = await lookAt(site);
    }, 900_000);

    it.each(WIDTH_NAMES)("is whole, quiet and accessible on %s", (width) => {
      expect(looked.widths.get(width)).toEqual(whole(site));
    });

    if (site === IN_THE_DARK)
      it("keeps the contrast of its colours in the dark", () => {
        expect(looked.dark).toEqual(whole(site));
      });
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
