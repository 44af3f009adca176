import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pagesOf } from "./blank_site.ts";
import { derivedPhrases } from "./derived_phrases.ts";
import { drawable } from "./drawable.ts";
import { textsOf } from "./page_texts.ts";
import type { DerivedPhrase } from "./phrase.ts";
import { ofPage, type Published, readPublished } from "./published.ts";
import { type ReleasedNumbers, releasedNumbers } from "./released_numbers.ts";
import { scanDrawings } from "./scan_drawings.ts";
import type { Finding } from "./scan_release.ts";

const MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*";

/** Numbers beside released ones that are of no person: each with the reason. Everything else must be released. */
const CONSTANTS: readonly (readonly [pattern: RegExp, why: string])[] = [
  [new RegExp(`\\b(\\d{1,2} )?${MONTH} (\\d{4}|\\d{2})\\b`, "g"), "a day or a month"],
  [/\bQ[1-4] \d{2}\b/g, "a quarter"],
  [/\b(19|20)\d{2}\b/g, "a year"],
  [/\b\d+ of \d+ (stands?\b|likely ranges\b)/g, "how many clinics or groups stand apart"],
  [/^With \d+ of \d+ steps of care\b/g, "how many steps of care make a difference"],
  [/\ball \d+ likely ranges/gi, "how many clinics or groups there are"],
  [/\bp below 0\.05/g, "the level of a test"],
  [/−\d+ to \d+ points/g, "the ends of a scale"],
  [/\b\d+ (periods|hidden|pending|without a value)\b/g, "how many marks a chart has"],
  [/^(25|50|75|100)%$/g, "a mark of an axis of rates"],
  [/^(\.\.\/)?tables\/[\w/ -]+\/\d+\.csv$/g, "the number of a table of its page"],
  [/^var\(--[a-z]+-\d\)$/g, "the name of a colour"],
  [/^0\.85$/g, "how strong the line of a target is"],
  [/\bplot-[0-9a-f]{6}\b/g, "a name that the chart library gives its styles"],
];

/** Folders: the site, the same pages with every number hidden, and the release that the site was built from. */
export interface Site {
  siteDir: string;
  blankDir: string;
  releaseDir: string;
}

/** What was read, and what may not be where it is. */
export interface PagesScanned {
  pages: number;
  numbers: number;
  marks: number;
  findings: Finding[];
}

/**
 * Scans the pages of a site: every number in a text or an attribute stands on the page that shows nothing too, is released as
 * the page writes it, is worked out from released rows once more, or is on the list of constants; every mark of a drawing stands
 * at a released number. `blankDir` holds the same pages drawn with every number hidden.
 */
export function scanPages({ siteDir, blankDir, releaseDir }: Site): PagesScanned {
  const published = readPublished(releaseDir);
  const reader = textReader(published);
  const scanned: PagesScanned = { pages: 0, numbers: 0, marks: 0, findings: [] };
  for (const page of pagesOf(siteDir)) {
    const html = readFileSync(join(siteDir, page), "utf8");
    const constant = new Set(textsOf(readFileSync(join(blankDir, page), "utf8")));
    const own = ofPage(published, page);
    const told = [...new Set(textsOf(html))].filter((text) => !constant.has(text.replace(/^CSV: /, "")));
    const texts = told.flatMap((text) => reader(text, own).map((what) => ({ where: hashed(text), what })));
    const drawn = scanDrawings(html, drawable(own));
    const marks = drawn.findings.map((what) => ({ where: "a drawing", what }));
    scanned.pages++;
    scanned.marks += drawn.marks;
    scanned.numbers += told.reduce((total, text) => total + (text.match(NUMBER)?.length ?? 0), 0);
    scanned.findings.push(...[...texts, ...marks].map((finding) => ({ file: page, ...finding })));
  }
  return scanned;
}

/** A report of a leak must not be one. */
const hashed = (text: string): string => text.replace(/\d/g, "#");

type TextReader = (text: string, own?: Published) => string[];

const readers = new WeakMap<Published, TextReader>();

/** Judges texts: what cannot be told of the numbers in one, by the rows that its page is about. */
export function textReader(published: Published): TextReader {
  const reader = readers.get(published) ?? makeReader(published);
  readers.set(published, reader);
  return reader;
}

function makeReader(published: Published): TextReader {
  const phrases = phrasesOf(published.manifest);
  const sets = new Map<Published, ReleasedNumbers>();
  const derived = derivedPhrases(published);
  return (text, own = published) => {
    const numbers = sets.get(own) ?? releasedNumbers(own);
    sets.set(own, numbers);
    return strangers(text, { phrases, derived, numbers });
  };
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

export const NUMBER = /\d[\d,]*(?:\.\d+)?/g;
/** Two ends of an interval, in any unit; what stands before tells an interval from a name. */
const RANGE = /([\d,.]*\d)%? (?:to|and) [−-]?([\d,.]*\d)(?=%|\)| in 100|$| points)/g;
const PART = /\b([\d,]*\d) of ([\d,]*\d)\b/g;

interface Known {
  phrases: RegExp;
  derived: readonly DerivedPhrase[];
  numbers: ReleasedNumbers;
}

/** What cannot be told of the numbers in a text. */
function strangers(
  text: string,
  { phrases, derived, numbers: { counts, rates, others, ranges, parts } }: Known,
): string[] {
  const known = CONSTANTS.reduce((left, [pattern]) => left.replace(pattern, " "), text.replace(phrases, " "));
  const findings: string[] = [];
  const told = (left: string, pattern: RegExp, may: ReadonlySet<string>, what?: string) =>
    left.replace(pattern, (whole: string, ...found: unknown[]) => {
      const groups = found.filter((one) => typeof one === "string").slice(0, -1);
      if (may.has(groups.join(" "))) return " ~ ";
      if (what) findings.push(what);
      return whole;
    });
  const worked = derived.reduce((left, { pattern, told: may }) => told(left, pattern, may), known);
  const ranged = told(worked, RANGE, ranges, "a range that no released row has");
  const plain = told(ranged, PART, parts, "so many of so many that no released row has").replaceAll(
    " in 100",
    "%",
  );
  for (const { 0: number, index } of plain.matchAll(NUMBER)) {
    const [before, after] = [plain.slice(0, index), plain.slice(index + number.length)];
    const isRate = /^(%| (to|and) [\d.]+(%|\)))/.test(after) || /(between|to) [\d.]+ and $/.test(before);
    if (isRate && rates.has(number)) continue;
    const isOther =
      number.includes(".") ||
      isRate ||
      /\b(weeks?|contacts?) ([\d.]+ and )?$/i.test(before) ||
      /^ points/.test(after) ||
      plain === number;
    if (isOther && others.has(number)) continue;
    if (!isRate && counts.has(number)) continue;
    findings.push(isRate ? "a rate that was not released" : "a number that was not released");
  }
  return findings;
}
