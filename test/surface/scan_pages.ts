import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { textsOf } from "./page_texts.ts";
import { type ReleasedNumbers, releasedNumbers } from "./released_numbers.ts";
import type { Finding } from "./scan_release.ts";

const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";

/** Numbers beside released ones that are of no person: each with the reason. Everything else must be released. */
const CONSTANTS: readonly (readonly [pattern: RegExp, why: string])[] = [
  [new RegExp(`\\b(\\d{1,2} )?${MONTH} (\\d{4}|\\d{2})\\b`, "g"), "a day or a month"],
  [/\bQ[1-4] \d{2}\b/g, "a quarter"],
  [/\b(19|20)\d{2}\b/g, "a year"],
  [/\b\d+ of \d+ (stands?\b|likely ranges\b)/g, "how many clinics or groups stand apart"],
  [/\ball \d+ likely ranges/gi, "how many clinics or groups there are"],
  [/\bp below 0\.05/g, "the level of a test"],
  [/−\d+ to \d+ points/g, "the ends of a scale"],
  [/\b\d+ (periods|hidden|pending|without a value)\b/g, "how many marks a chart has"],
  [/^(25|50|75|100)%$/g, "a mark of an axis of rates"],
  [/\bplot-[0-9a-f]{6}\b/g, "a name that the chart library gives its styles"],
];

/**
 * Scans the pages of a site: every number in a text or an attribute stands on the page that shows nothing too, or is released as
 * the page writes it, or is on the list of constants. `blankDir` holds the same pages drawn with every number hidden.
 */
export function scanPages({ siteDir, blankDir, releaseDir }: Site): Finding[] {
  const pages = readdirSync(siteDir, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".html"),
  );
  const phrases = phrasesOf(JSON.parse(readFileSync(join(releaseDir, "manifest.json"), "utf8")));
  return pages.flatMap((page) => {
    const measure = /^measures\/(\w+)\.html$/.exec(page)?.[1];
    const numbers = releasedNumbers(releaseDir, measure);
    const constant = new Set(textsOf(readFileSync(join(blankDir, page), "utf8")));
    const told = new Set(textsOf(readFileSync(join(siteDir, page), "utf8")));
    return [...told]
      .filter((text) => !constant.has(text))
      .flatMap((text) =>
        strangers(text, phrases, numbers).map((what) => ({
          file: page,
          where: text.replace(/\d/g, "#"),
          what,
        })),
      );
  });
}

/** Folders: the site, the same pages with every number hidden, and the release that the site was built from. */
export interface Site {
  siteDir: string;
  blankDir: string;
  releaseDir: string;
}

/** Titles and names with digits in them, as pages write them, the longest first. */
function phrasesOf(manifest: object): RegExp {
  const texts = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value === "string" && /\d/.test(value) && /[a-z]/i.test(value)) texts.add(value);
    else if (value && typeof value === "object") Object.values(value).forEach(walk);
  };
  walk(manifest);
  const slug = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const all = [...texts].flatMap((text) => [text, slug(text)]).sort((a, b) => b.length - a.length);
  const literal = all.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(?<!\\w)(?:${literal.join("|")})(?!\\w)`, "gi");
}

const NUMBER = /\d[\d,]*(?:\.\d+)?/g;

/** What cannot be told of the numbers in a text. */
function strangers(text: string, phrases: RegExp, { counts, rates, others }: ReleasedNumbers): string[] {
  const known = CONSTANTS.reduce((left, [pattern]) => left.replace(pattern, " "), text.replace(phrases, " "));
  const plain = known.replaceAll(" in 100", "%");
  return [...plain.matchAll(NUMBER)].flatMap(({ 0: number, index }) => {
    const [before, after] = [plain.slice(0, index), plain.slice(index + number.length)];
    const isRate = /^(%| (to|and) [\d.]+(%|\)))/.test(after) || /(between|to) [\d.]+ and $/.test(before);
    if (isRate && rates.has(number)) return [];
    const isOther =
      number.includes(".") ||
      isRate ||
      /\b(weeks?|contacts?) ([\d.]+ and )?$/i.test(before) ||
      /^ points/.test(after) ||
      plain === number;
    if (isOther && others.has(number)) return [];
    if (!isRate && counts.has(number)) return [];
    return [isRate ? "a rate that was not released" : "a number that was not released"];
  });
}
