import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import type { ViewContext } from "../reports/components/release.ts";
import { VIEWS } from "../reports/components/views.ts";
import { addContentPolicy } from "./site_policy.ts";
import { mendShell } from "./site_shell.ts";

/** Mends the shell of every built page and draws its placeholders; returns how many pages there are. Throws when there is none. */
export async function finishPages(outDir: string, context: Omit<ViewContext, "document">): Promise<number> {
  const pages = (await readdir(outDir, { recursive: true })).filter((path) => path.endsWith(".html"));
  if (pages.length === 0) throw new Error("the build made no page");
  for (const page of pages) {
    const path = join(outDir, page);
    await writeFile(path, finishPage(await readFile(path, "utf8"), context));
  }
  return pages.length;
}

/** One page: parsed, mended, filled, given its content policy, and written out again. */
export function finishPage(html: string, context: Omit<ViewContext, "document">): string {
  const dom = new JSDOM(html);
  const { document } = dom.window;
  mendShell(document, context.release.manifest);
  for (const place of document.querySelectorAll<HTMLElement>("[data-view]"))
    fill(place, { ...context, document });
  nameByHeading(document);
  addContentPolicy(document);
  return dom.serialize();
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
