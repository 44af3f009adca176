import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { describe, expect, it } from "vitest";
import { count, percent } from "../../reports/components/formats.ts";
import { cellsOf, clinicCells, subjectsOf } from "../../reports/components/release.ts";
import { absence } from "../../reports/components/sentences.ts";
import { inertText } from "../../src/publish/spreadsheet_text.ts";
import { readWorkbook } from "../support/read_workbook.ts";
import { sites } from "./made_sites.ts";
import { factsOf } from "./page_facts.ts";
import { SITES } from "./shared_sites.ts";

const CAPTION = "Response, PHQ-9, 6 months, by clinic";

/** A row of a table by clinic: its name, its result and how many are eligible. */
type Row = [name: string, result: string | number, eligible: string | number];

/** Numbers on the page, in its CSV and in its workbook are those of the released rows; that paper prints the page's rows is tested with the packs. */
export function sameNumbers(): void {
  describe.each(["rich", "internal"] as const)("the clinics of the %s programme", (site) => {
    it("have the same numbers in the release, on the page, in the CSV and in the workbook", () => {
      const { dir, release } = sites[site];
      const { document } = new JSDOM(readFileSync(join(dir, "measures/response.html"), "utf8")).window;
      const tables = [...document.querySelectorAll<HTMLTableElement>("main table")];
      const place = tables.findIndex(({ caption }) => caption?.textContent === CAPTION);
      const released = releasedRows(site);
      expect(released).toHaveLength(release.manifest.clinics.length);
      expect(released.filter(([, result]) => typeof result === "number").length).toBeGreaterThan(2);

      const onPage = [...(tables[place]?.tBodies[0]?.rows ?? [])].map(({ cells }) =>
        [0, 1, 5].map((index) => cells[index]?.textContent ?? ""),
      );
      const written = released.map(([name, result, eligible]) => [
        name,
        typeof result === "number" ? percent(result, Number(eligible)) : "hidden",
        typeof eligible === "number" ? count(eligible) : "hidden",
      ]);
      expect(onPage).toEqual(written);

      const book = readWorkbook(readFileSync(join(dir, "tables/measures/response.xlsx")));
      const sheets = [...book.values()];
      expect(sheets).toHaveLength(tables.length + 2);
      const sheet = sheets[place + 1] ?? [];
      const csv = readFileSync(join(dir, "tables/measures/response", `${place + 1}.csv`), "utf8");
      const at = (label: string) => sheet[0]?.findIndex(({ value }) => value === label) ?? -1;
      for (const [index, row] of sheet.slice(1).entries()) {
        const [name = "", result = "", eligible = ""] = released[index] ?? [];
        const shown = typeof result === "number" ? percentValue(result, Number(eligible)) : result;
        expect([row[0]?.value, row[at("Result")]?.value, row[at("Eligible")]?.value]).toEqual(
          [inertText(name), shown, eligible].map(String),
        );
        expect(row[at("Result")]?.type).toBe(typeof result === "number" ? "number" : "text");
        expect(csv).toContain(
          `,${row
            .slice(1)
            .map(({ value }) => value)
            .join(",")}`,
        );
      }
    });
  });

  describe("every table of every page", () => {
    it("has its CSV with as many rows, and its page a workbook", () => {
      let seen = 0;
      for (const site of SITES)
        for (const { path, tables } of factsOf(sites[site].dir))
          for (const { href, rows } of tables) {
            const csv = readFileSync(join(sites[site].dir, path, "..", href), "utf8");
            const records = csv.match(/(?:"(?:[^"]|"")*"|[^"\n])+\n/g) ?? [];
            expect([path, href, records.length]).toEqual([path, href, rows]);
            seen++;
          }
      expect(seen).toBeGreaterThan(100);
    });
  });
}

function releasedRows(site: "rich" | "internal"): Row[] {
  const { release } = sites[site];
  const { manifest } = release;
  const response = manifest.measures.filter(({ id }) => id === "response");
  const subject = response
    .flatMap((measure) => subjectsOf(manifest, measure))
    .find(({ window }) => window.id === "6m");
  if (!subject) throw new Error("the made release has no such series");
  const nameOf = (id: string) => manifest.clinics.find(({ clinic_id }) => clinic_id === id)?.name ?? id;
  const { symbol } = manifest.policy;
  return clinicCells(cellsOf(release, subject))
    .map((cell): Row => {
      const result = absence(cell) === undefined ? (cell.value ?? symbol) : symbol;
      return [nameOf(cell.clinic_id), result, cell.denominator ?? symbol];
    })
    .sort(([a], [b]) => a.localeCompare(b, "en"));
}

/** A share with the digits that a page shows of it. */
const percentValue = (share: number, people: number): number =>
  Number((Number(percent(share, people).replace("%", "")) / 100).toFixed(4));
