import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pagesOf } from "./blank_site.ts";
import { readPublished } from "./published.ts";
import { type PagesScanned, type Site, scanPages, textReader } from "./scan_pages.ts";
import type { Finding } from "./scan_release.ts";
import { scanTables, type TablesScanned } from "./scan_tables.ts";

/** What was read of a site, and everything that may not be where it is. */
export interface SiteScanned {
  pages: PagesScanned;
  tables: TablesScanned;
  findings: Finding[];
}

/** A whole site: its pages, what it lets anybody download, its search index, and that there is nothing else. */
export function scanSite(site: Site): SiteScanned {
  const [pages, tables] = [scanPages(site), scanTables(site)];
  const findings = [
    ...pages.findings,
    ...tables.findings,
    ...scanDownloads(site),
    ...scanSearch(site),
    ...scanHead(site),
    ...scanKinds(site),
  ];
  return { pages, tables, findings };
}

/** Every download is a file of the release, or some records of one under the same header. */
function scanDownloads({ siteDir, releaseDir }: Site): Finding[] {
  const released = readdirSync(releaseDir);
  const tables = released.filter((name) => name.endsWith(".csv")).map((name) => linesOf(releaseDir, name));
  return readdirSync(join(siteDir, "data")).flatMap((name) => {
    const isSame =
      released.includes(name) &&
      readFileSync(join(siteDir, "data", name)).equals(readFileSync(join(releaseDir, name)));
    const [header, ...records] = linesOf(join(siteDir, "data"), name);
    const isPart = tables.some(([own, ...rows]) => {
      const known = new Set(rows);
      return own === header && records.every((record) => known.has(record));
    });
    const file = `data/${name}`;
    return isSame || isPart ? [] : [{ file, where: "", what: "is no part of the release" }];
  });
}

const linesOf = (dir: string, name: string): string[] => readFileSync(join(dir, name), "utf8").split("\n");

const SCRIPTS = "_observablehq";
const isIndex = (name: string): boolean => /^minisearch\..*\.json$/.test(name);

/** Every number that can be searched for stands on a page that shows nothing: the index is of the words around the numbers. */
function scanSearch({ siteDir, blankDir }: Site): Finding[] {
  const words = new Set(
    pagesOf(blankDir).flatMap((page) =>
      readFileSync(join(blankDir, page), "utf8")
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu),
    ),
  );
  return readdirSync(join(siteDir, SCRIPTS))
    .filter(isIndex)
    .flatMap((name) => {
      const { index } = JSON.parse(readFileSync(join(siteDir, SCRIPTS, name), "utf8"));
      const terms = (index as [string, unknown][]).map(([term]) => term).filter((term) => /\d/.test(term));
      const isTold = (term: string) =>
        (term.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).every((word) => words.has(word));
      return terms
        .filter((term) => !isTold(term))
        .map(() => ({ file: name, where: "the index", what: "holds a number that no page has" }));
    });
}

const HEAD = "running_head.css";

/** The lines that paper has at its edges. */
function scanHead({ siteDir, releaseDir }: Site): Finding[] {
  const reader = textReader(readPublished(releaseDir));
  const texts = [...readFileSync(join(siteDir, HEAD), "utf8").matchAll(/content: "([^"]*)"/g)];
  return texts.flatMap(([, text = ""]) => {
    const plain = text.replace(/\\([0-9a-f]+) /g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    );
    return reader(plain).map((what) => ({ file: HEAD, where: "", what }));
  });
}

/** Everything else is a script or a style, which no release has a hand in. */
function scanKinds({ siteDir }: Site): Finding[] {
  const isKnown = (file: string) =>
    /^(data|tables)\//.test(file) ||
    (file.startsWith("tables") && file.endsWith(".xlsx")) ||
    file.endsWith(".html") ||
    file === HEAD ||
    /^_(observablehq|import|file|node|npm)\/.*\.(js|css|svg|woff2?)$/.test(file) ||
    (file.startsWith(SCRIPTS) && isIndex(file.slice(SCRIPTS.length + 1)));
  return filesIn(siteDir)
    .filter((file) => !isKnown(file))
    .map((file) => ({ file, where: "", what: "is a file of no known kind" }));
}

/** Every file below a folder. */
export const filesIn = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: "utf8" }).filter((name) =>
    statSync(join(dir, name)).isFile(),
  );
