import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { pagesOf } from "./made_sites.ts";

/** What is asked of a page's elements, read of each page once, for reading it takes longest. */
export interface PageFacts {
  path: string;
  /** The addresses of its links and of its own files, icons left out. */
  links: readonly string[];
  /** The names by which a link can lead into it. */
  anchors: ReadonlySet<string>;
  /** The alternative of each picture that is not decoration. */
  pictures: readonly string[];
  /** The text of each chart with its title and notes. */
  charts: readonly string[];
  /** The tables that can be taken along: the address of the file, and how many rows are on the page. */
  tables: readonly { href: string; rows: number }[];
}

const known = new Map<string, readonly PageFacts[]>();

/** The facts of every page of a site. */
export function factsOf(dir: string): readonly PageFacts[] {
  const facts = known.get(dir) ?? pagesOf(dir).map((path) => readFacts(dir, path));
  known.set(dir, facts);
  return facts;
}

function readFacts(dir: string, path: string): PageFacts {
  const { document } = new JSDOM(readFileSync(join(dir, path), "utf8")).window;
  const each = <T>(selector: string, read: (element: Element) => T): T[] =>
    [...document.querySelectorAll(selector)].map(read);
  return {
    path,
    links: each("a[href], link[href]:not([rel=icon])", (link) => link.getAttribute("href") ?? ""),
    anchors: new Set(each("[id]", ({ id }) => id)),
    pictures: each(
      "main svg:not([aria-hidden=true] *, [aria-hidden=true])",
      (picture) => picture.getAttribute("aria-label") ?? "",
    ),
    charts: each("figure.chart", ({ textContent }) => textContent ?? ""),
    tables: each("main .table-region", (region) => ({
      href: region.nextElementSibling?.querySelector("a")?.getAttribute("href") ?? "",
      rows: region.querySelectorAll("tr").length,
    })),
  };
}
