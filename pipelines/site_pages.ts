import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import type { ViewContext } from "../reports/components/release.ts";
import { VIEWS } from "../reports/components/views.ts";
import type { DrawnTable } from "./drawn_tables.ts";
import { addContentPolicy } from "./site_policy.ts";
import { mendHeadings, mendShell } from "./site_shell.ts";
import { offerTables, writeTables } from "./table_downloads.ts";

/** Mends the shell of every built page, draws its placeholders and writes its tables; returns how many of each there are. Throws when there is no page. */
export async function finishPages(
  outDir: string,
  context: Omit<ViewContext, "document">,
): Promise<{ pages: number; downloads: number }> {
  const pages = (await readdir(outDir, { recursive: true })).filter((path) => path.endsWith(".html"));
  if (pages.length === 0) throw new Error("the build made no page");
  let downloads = 0;
  for (const page of pages) {
    const path = join(outDir, page);
    const { html, tables } = finishPage(await readFile(path, "utf8"), page, context);
    await writeFile(path, html);
    downloads += await writeTables(outDir, page, { tables, manifest: context.release.manifest });
  }
  return { pages: pages.length, downloads };
}

/** One page: parsed, mended, filled, given links to its tables and its content policy, and written out again. `page` is its path in the site. */
export function finishPage(
  html: string,
  page: string,
  context: Omit<ViewContext, "document">,
): { html: string; tables: DrawnTable[] } {
  const dom = new JSDOM(html);
  const { document } = dom.window;
  mendShell(document, context.release.manifest);
  for (const place of document.querySelectorAll<HTMLElement>("[data-view]"))
    fill(place, { ...context, document });
  nameByHeading(document);
  mendHeadings(document);
  const tables = offerTables(document, page, context.release.manifest.policy.symbol);
  addContentPolicy(document);
  return { html: dom.serialize(), tables };
}

/** A page whose heading is drawn is named by it. */
function nameByHeading(document: Document): void {
  const heading = document.querySelector("main [data-view] h1")?.textContent;
  const [, site] = document.title.split(" | ");
  if (heading && site) document.title = `${heading} | ${site}`;
}

function fill(place: HTMLElement, context: ViewContext): void {
  const name = place.dataset.view ?? "";
  const view = VIEWS[name];
  if (!view) throw new Error(`a page asks for the view ${name}, which does not exist`);
  place.replaceChildren(view(context, { ...place.dataset }));
}
