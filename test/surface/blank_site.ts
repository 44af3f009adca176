import { readFileSync, writeFileSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { VIEWS } from "../../reports/components/views.ts";
import type { Release } from "../../src/publish/read_release.ts";
import { blankRelease } from "./blank_release.ts";
import { filesIn } from "./scan_site.ts";

/** Draws every page of a site again with every number of its release hidden. */
export async function drawBlank(siteDir: string, blankDir: string, release: Release): Promise<void> {
  await cp(siteDir, blankDir, { recursive: true });
  const blank = blankRelease(release);
  for (const name of filesIn(blankDir).filter((file) => file.endsWith(".html"))) {
    const dom = new JSDOM(readFileSync(join(blankDir, name), "utf8"));
    const { document } = dom.window;
    for (const place of document.querySelectorAll<HTMLElement>("[data-view]")) {
      const view = VIEWS[place.dataset.view ?? ""];
      if (view)
        place.replaceChildren(
          view({ document, release: blank, tables: [], beside: [] }, { ...place.dataset }),
        );
    }
    writeFileSync(join(blankDir, name), dom.serialize());
  }
}
