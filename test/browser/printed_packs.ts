import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { main } from "../../pipelines/cli.ts";
import { PACKS } from "../../pipelines/pack_contents.ts";
import { packDocument } from "../../pipelines/pack_document.ts";
import { EXIT } from "../../src/errors.ts";
import { headlineFigures } from "./headline_figures.ts";
import { axe, overflow } from "./judge_page.ts";
import { folder, openFile, sites, WIDTHS } from "./made_sites.ts";

/** The text of each sheet of a PDF in the order in which it was printed. */
function sheetsOf(pdf: string): string[] {
  const text = execFileSync("pdftotext", ["-raw", "-enc", "UTF-8", pdf, "-"], { encoding: "utf8" });
  return text.split("\f").slice(0, -1);
}

/** Letters only: where a line breaks, or a cell ends, is the printer's affair. */
const letters = (text: string): string => text.replace(/[\s\u00ad\u200b]+/g, "");

/** The texts of an element that are printed, one after the other; between them the style may have put a mark. */
function wordsOf(element: Element): string[] {
  if (element.matches("svg, .trend-caption")) return [];
  return [...element.childNodes].flatMap((node) =>
    node.nodeType === node.TEXT_NODE ? letters(node.textContent ?? "") || [] : wordsOf(node as Element),
  );
}

/** Packs of pages on paper and in one file. */
export function printedPacks(): void {
  describe("a committee's pack on paper", () => {
    let sheets: string[] = [];
    let document: Document;

    it("is printed by the command", async () => {
      const file = join(folder, "committee.pdf");
      const words = ["pack", "--audience", "committee", "--site", sites.internal.dir, "--out", file];
      expect(await main(words)).toBe(EXIT.ok);
      sheets = sheetsOf(file);
      document = boundCommittee();
      expect(sheets.length).toBeGreaterThan(10);
    }, 600_000);

    it("says on each sheet whose it is, of which month and run, and which sheet it is", () => {
      const { program, run_id } = sites.internal.release.manifest;
      for (const [index, sheet] of sheets.entries()) {
        expect(sheet).toContain(`${program.name}, February 2025`);
        expect(sheet).toContain(
          "Committee pack · Provisional · Internal edition, not to be passed on · Synthetic data",
        );
        expect(sheet).toContain(`Run ${run_id}, as of 1 February 2025`);
        expect(sheet).toContain(`${index + 1} / ${sheets.length}`);
      }
    });

    it("holds every headline number", () => {
      const text = letters(sheets.join(""));
      const figures = headlineFigures(sites.internal.release);
      expect(figures).toHaveLength(8);
      for (const figure of figures) expect(text).toContain(letters(figure));
    });

    it("leads from the contents to the sheet where each part starts", () => {
      const [contents = ""] = sheets;
      const entries = [...document.querySelectorAll(".contents a")];
      expect(entries.length).toBeGreaterThan(10);
      for (const entry of entries) {
        const found = letters(contents).match(new RegExp(`${letters(entry.textContent ?? "")}(\\d+)`));
        const place = document.getElementById(entry.getAttribute("href")?.slice(1) ?? "");
        const title = (place?.querySelector("h1") ?? place)?.textContent ?? "";
        expect(letters(sheets[Number(found?.[1]) - 1] ?? "")).toContain(letters(title));
      }
    });

    it("prints every row of every table, in order and whole", () => {
      const text = letters(sheets.join(""));
      const tables = [...document.querySelectorAll("table")];
      expect(tables.length).toBeGreaterThan(20);
      let at = 0;
      for (const table of tables) {
        const rows = [...table.querySelectorAll("tbody tr")];
        const printed = rows.filter((row) =>
          wordsOf(row).every((word) => {
            const found = text.indexOf(word, at);
            if (found >= 0) at = found + word.length;
            return found >= 0;
          }),
        );
        expect([table.caption?.textContent, printed.length]).toEqual([
          table.caption?.textContent,
          rows.length,
        ]);
      }
    });
  });

  describe("a pack", () => {
    it("is the same, byte for byte, when it is printed again", async () => {
      const files = ["once.pdf", "twice.pdf"].map((name) => join(folder, name));
      for (const file of files)
        expect(await main(["pack", "--audience", "planner", "--site", sites.poor.dir, "--out", file])).toBe(
          EXIT.ok,
        );
      const [once, twice] = files.map((file) => readFileSync(file));
      expect(once && twice && once.equals(twice)).toBe(true);
    }, 600_000);

    it("is refused of the wrong edition, of no site and without a browser, each in words", async () => {
      const out = join(folder, "refused.pdf");
      const pack = (audience: string, site: string) =>
        main(["pack", "--audience", audience, "--site", site, "--out", out]);
      expect(await pack("funder", sites.internal.dir)).toBe(EXIT.program);
      expect(await pack("committee", sites.rich.dir)).toBe(EXIT.program);
      expect(await pack("planner", join(folder, "nowhere"))).toBe(EXIT.program);
      const { CHROMIUM } = process.env;
      process.env.CHROMIUM = join(folder, "no-browser");
      try {
        expect(await pack("planner", sites.poor.dir)).toBe(EXIT.program);
      } finally {
        if (CHROMIUM === undefined) delete process.env.CHROMIUM;
        else process.env.CHROMIUM = CHROMIUM;
      }
      expect(existsSync(out)).toBe(false);
    });

    it.each(["funder", "planner"] as const)(
      "for a %s is one file that needs no server, network or script",
      async (audience) => {
        const home = join(folder, "stick", audience);
        mkdirSync(home, { recursive: true });
        const file = join(home, "pack.html");
        const words = [
          "pack",
          "--audience",
          audience,
          "--site",
          sites.rich.dir,
          "--single-file",
          "--out",
          file,
        ];
        expect(await main(words)).toBe(EXIT.ok);
        for (const width of ["desktop", "phone"] as const) {
          const { page, context, faults } = await openFile(home, "pack.html", { viewport: WIDTHS[width] });
          expect(
            await page
              .locator("h1")
              .first()
              .evaluate((title) => getComputedStyle(title).fontFamily),
          ).toContain("Charter");
          expect({ faults, overflow: await overflow(page), axe: await axe(page) }).toEqual({
            faults: [],
            overflow: 0,
            axe: [],
          });
          await page.locator(".contents a").last().click();
          expect(new URL(page.url()).hash).not.toBe("");
          await context.close();
        }
      },
      600_000,
    );
  });
}

/** The pack as it was bound, without its style, which is only of use where it is drawn. */
function boundCommittee(): Document {
  const html = packDocument(sites.internal.dir, PACKS.committee).html();
  return new JSDOM(html.replace(/<style>[^<]*<\/style>/, "")).window.document;
}
