import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { VIEWS } from "../../reports/components/views.ts";
import { contractOf, TABLE_NAMES } from "../../src/contracts/tables.ts";
import type { Release } from "../../src/publish/read_release.ts";
import { blankRelease } from "./blank_release.ts";

/** Draws every page of a built site again with every number of its release hidden. */
export function drawBlank(siteDir: string, blankDir: string, drawn: Release): void {
  const release = blankRelease(drawn);
  const tables = TABLE_NAMES.map((name) => ({ name, required: contractOf(name).required }));
  cpSync(siteDir, blankDir, { recursive: true, filter: (path) => !/\/(data|tables|_\w+)$/.test(path) });
  for (const page of pagesOf(blankDir)) {
    const { document } = new JSDOM(readFileSync(join(blankDir, page), "utf8")).window;
    for (const place of document.querySelectorAll<HTMLElement>("[data-view]")) {
      const view = VIEWS[place.dataset.view ?? ""];
      if (!view) throw new Error(`no view is called ${place.dataset.view}`);
      place.replaceChildren(view({ document, release, tables, beside: [] }, { ...place.dataset }));
    }
    writeFileSync(join(blankDir, page), document.documentElement.outerHTML);
  }
}

/** The pages below a folder, by path. */
export const pagesOf = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".html"))
    .sort();
