import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pagesOf } from "./blank_site.ts";
import { drawable } from "./drawable.ts";
import { textsOf } from "./page_texts.ts";
import { readPublished } from "./published.ts";
import { scanDrawings } from "./scan_drawings.ts";
import { NUMBER, type Site, textReader } from "./scan_pages.ts";
import type { Finding } from "./scan_release.ts";
import { filesIn } from "./scan_site.ts";

const INSIDE = /"data:[\w./-]+;base64,([^"]*)"/g;

/** What a pack puts before the names of places, so that those of two pages differ. */
const BOUND = /^#?[\w-]+--/;

/** What was read of a pack, and what may not be in it. */
export interface PackScanned {
  numbers: number;
  /** Files that travel inside it. */
  files: number;
  findings: Finding[];
}

/** Scans a pack in one file: each text with a number stands on a page of the site that it is made of, or may stand on one; so do its drawings; each file inside is one of the site. */
export function scanPack(pack: string, { siteDir, releaseDir }: Site): PackScanned {
  const published = readPublished(releaseDir);
  const reader = textReader(published);
  const onPages = new Set(
    pagesOf(siteDir).flatMap((page) => textsOf(readFileSync(join(siteDir, page), "utf8"))),
  );
  const whole = pack.slice(pack.indexOf("<body"));
  const inside = [...whole.matchAll(INSIDE)].map(([, text = ""]) => hashOf(Buffer.from(text, "base64")));
  const files = new Set(filesIn(siteDir).map((file) => hashOf(readFileSync(join(siteDir, file)))));
  const body = whole.replace(INSIDE, '"inside"');
  const texts = [...new Set(textsOf(body))];
  const strange = texts.filter((text) => !onPages.has(text.replace(BOUND, "")) && reader(text).length > 0);
  const drawn = scanDrawings(body, drawable(published));
  return {
    numbers: texts.reduce((total, text) => total + (text.match(NUMBER)?.length ?? 0), 0),
    files: inside.length,
    findings: [
      ...inside
        .filter((hash) => !files.has(hash))
        .map(() => ({ file: "pack.html", where: "a file inside", what: "is none of the site" })),
      ...strange.map((text) => ({
        file: "pack.html",
        where: text.replace(/\d/g, "#"),
        what: "stands on no page",
      })),
      ...drawn.findings.map((what) => ({ file: "pack.html", where: "a drawing", what })),
    ],
  };
}

/** Scans what a printed pack says: each number stands in the document that was printed, or numbers a sheet. */
export function scanPrint(text: string, pack: string): PackScanned {
  const sheets = text.split("\f").length - 1;
  const words = pack.replace(/<style>[\s\S]*?<\/style>/g, styled).replace(/<(?:"[^"]*"|[^">])*>/g, " ");
  const told = new Set([
    ...(words.match(NUMBER) ?? []),
    ...Array.from({ length: sheets }, (_, at) => String(at + 1)),
  ]);
  const numbers = text.match(NUMBER) ?? [];
  const strange = numbers.filter((number) => !told.has(number));
  return {
    numbers: numbers.length,
    files: 0,
    findings: strange.map(() => ({
      file: "pack.pdf",
      where: "",
      what: "is a number that the document does not hold",
    })),
  };
}

const hashOf = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("base64");

/** The texts that a style puts at the edges of the paper. */
const styled = (style: string): string =>
  [...style.matchAll(/content: "([^"]*)"/g)]
    .map(([, text = ""]) => text.replace(/\\[0-9a-f]+ /g, " "))
    .join(" ");
