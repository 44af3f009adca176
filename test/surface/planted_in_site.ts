import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A leak of a site: writes what only the exact counts tell into one page of it, or into a file beside the pages. */
export interface SiteLeak {
  page: string;
  plant: (siteDir: string) => void;
}

const TOOLTIP = inPage(/<td\b/, (cell) => `${cell} title="7 of 31 people"`);
const ALTERNATIVE = inPage(
  /(<svg[^>]*aria-label="[^"]*)"/,
  (_, label) => `${label} Of 32 people, 43.75% did."`,
);
const moved = (before: RegExp): ((siteDir: string, page: string) => void) =>
  inPage(
    new RegExp(`(${before.source})([\\d.]+)"`),
    (_, start, at) => `${start}${Number(at) + 0.6180339887}"`,
  );

const DOT = moved(/<circle [^>]*cx="/);
const LINE = moved(/<line [^>]*x2="/);

/** Leaks of every kind on every kind of page. */
export const SITE_LEAKS: Readonly<Record<string, SiteLeak>> = {
  ...onPages("a dot of a chart moved by a hair", DOT, [
    "measures/response",
    "time_to_improvement",
    "equity",
    "funders",
  ]),
  ...onPages("the end of an interval moved by a hair", LINE, [
    "measures/remission",
    "planners",
    "index",
    "data",
  ]),
  ...onPages("the length of a bar", moved(/<rect [^>]*width="/), ["measures/follow_up", "planners"]),
  ...onPages("a tooltip", TOOLTIP, [
    "measures/follow_up",
    "equity",
    "planners",
    "index",
    "methods/index",
    "data",
  ]),
  ...onPages("an alternative text", ALTERNATIVE, [
    "measures/mean_change",
    "time_to_improvement",
    "funders",
    "equity",
  ]),
  ...onPages(
    "a sentence",
    inPage(/<\/h1>/, () => "</h1><p>In the smallest clinic it was 43.8%.</p>"),
    ["index", "funders", "planners"],
  ),
  ...onPages(
    "an interval of no released row",
    inPage(/<\/h1>/, () => "</h1><p>31% (likely 3 to 97%)</p>"),
    ["index", "equity"],
  ),
  ...onPages(
    "an attribute that nobody sees",
    inPage(/<main\b/, () => '<main data-exact="1307"'),
    ["time_to_improvement", "methods/index"],
  ),
  ...onPages("the CSV of a table", inTable, ["measures/remission", "funders"]),
  ...onPages(
    "a workbook",
    (siteDir, page) => cpSync(join(siteDir, "tables/data.xlsx"), join(siteDir, `tables/${page}.xlsx`)),
    ["funders"],
  ),
  ...onPages("a CSV download", inDownload, ["measures/response"]),
  ...onPages("the search index", inSearch, ["index"]),
  ...onPages("the edge of the paper", inFile("running_head.css", 'content: "', 'content: "31 people, '), [
    "index",
  ]),
  ...onPages("a file that nobody asked for", (siteDir) => writeFileSync(join(siteDir, "data.json"), "[7]"), [
    "index",
  ]),
};

function onPages(
  what: string,
  plant: (siteDir: string, page: string) => void,
  pages: readonly string[],
): Record<string, SiteLeak> {
  return Object.fromEntries(
    pages.map((page) => [`${what}, ${page}`, { page, plant: (siteDir: string) => plant(siteDir, page) }]),
  );
}

/** One page of a site with everything that belongs to it, in a folder of its own. */
export function takePage(siteDir: string, page: string, target: string): void {
  const index = readdirSync(join(siteDir, "_observablehq")).filter((name) => name.startsWith("minisearch"));
  const files = [
    `${page}.html`,
    `tables/${page}.xlsx`,
    `tables/${page}`,
    "tables/data.xlsx",
    `data/${page.replace("measures/", "")}.csv`,
    "data/waits.csv",
    "running_head.css",
    ...index.map((name) => `_observablehq/${name}`),
  ];
  for (const file of files.filter((name) => existsSync(join(siteDir, name)))) {
    mkdirSync(dirname(join(target, file)), { recursive: true });
    cpSync(join(siteDir, file), join(target, file), { recursive: true });
  }
}

function inPage(
  pattern: RegExp,
  plant: (...found: string[]) => string,
): (siteDir: string, page: string) => void {
  return (siteDir, page) => {
    const path = join(siteDir, `${page}.html`);
    const html = readFileSync(path, "utf8");
    const main = html.indexOf("<main");
    const planted = html.slice(main).replace(pattern, plant);
    if (planted === html.slice(main)) throw new Error("the page has no place for the leak");
    writeFileSync(path, html.slice(0, main) + planted);
  };
}

/** The first number of the second row of the first table that has one. */
function inTable(siteDir: string, page: string): void {
  const folder = join(siteDir, "tables", page);
  for (const name of readdirSync(folder).sort()) {
    const text = readFileSync(join(folder, name), "utf8");
    const planted = text.replace(
      /^(.*\n.*?),(\d+)(?=,|\n)/,
      (_, before, number) => `${before},${Number(number) + 1}`,
    );
    if (planted === text) continue;
    writeFileSync(join(folder, name), planted);
    return;
  }
  throw new Error("the page has no table for the leak");
}

function inDownload(siteDir: string, page: string): void {
  const path = join(siteDir, "data", `${page.replace("measures/", "")}.csv`);
  const [header = "", ...records] = readFileSync(path, "utf8").split("\n");
  const at = header.split(",").indexOf("numerator");
  const exact = records.map((record) =>
    record
      .split(",")
      .map((field, place) => (place === at && field === "*" ? "7" : field))
      .join(","),
  );
  writeFileSync(path, [header, ...exact].join("\n"));
}

function inSearch(siteDir: string): void {
  const folder = join(siteDir, "_observablehq");
  for (const name of readdirSync(folder))
    inFile(`_observablehq/${name}`, '"index":[', '"index":[["1307",{"1":{"1":1}}],')(siteDir);
}

function inFile(name: string, text: string, planted: string): (siteDir: string) => void {
  return (siteDir) => {
    const path = join(siteDir, name);
    writeFileSync(path, readFileSync(path, "utf8").replace(text, planted));
  };
}
