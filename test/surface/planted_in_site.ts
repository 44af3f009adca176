import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const PAGE = join("measures", "follow_up.html");

/** Leaks of a site: each writes what only the exact counts tell into a built page or download. */
export const SITE_LEAKS: Readonly<Record<string, (siteDir: string) => void>> = {
  "SVG geometry": inPage(
    /(<svg[\s\S]*? x2=")([\d.]+)"/,
    (_, before, x) => `${before}${Number(x) + 0.6180339887}"`,
  ),
  "a tooltip": inPage(/<td\b/, (cell) => `${cell} title="7 of 31 people"`),
  "an alternative text": inPage(
    /(<svg[^>]*aria-label="[^"]*)"/,
    (_, label) => `${label} Of 32 people, 43.75% did."`,
  ),
  "a CSV download": (siteDir) => {
    const path = join(siteDir, "data", "follow_up.csv");
    const [header = "", ...records] = readFileSync(path, "utf8").split("\n");
    const at = header.split(",").indexOf("numerator");
    const exact = records.map((record) =>
      record
        .split(",")
        .map((field, place) => (place === at && field === "*" ? "7" : field))
        .join(","),
    );
    writeFileSync(path, [header, ...exact].join("\n"));
  },
};

function inPage(pattern: RegExp, plant: (...found: string[]) => string): (siteDir: string) => void {
  return (siteDir) => {
    const path = join(siteDir, PAGE);
    const html = readFileSync(path, "utf8");
    const planted = html.replace(pattern, plant);
    if (planted === html) throw new Error("the page has no place for the leak");
    writeFileSync(path, planted);
  };
}
