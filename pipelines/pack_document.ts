import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { maker } from "../reports/components/elements.ts";
import type { Manifest } from "../src/publish/manifest.ts";
import { ANNEX, moveTwins } from "./pack_annex.ts";
import type { Pack } from "./pack_contents.ts";
import { contentsOf, coverOf } from "./pack_front.ts";
import { type BoundPage, bindPage } from "./pack_page.ts";
import { runningHead } from "./running_head.ts";

/** A part of a pack with those of its pages that the site has. */
export interface BoundPart {
  id: string;
  title: string;
  pages: readonly BoundPage[];
  headings: boolean;
}

/** A pack as one HTML document that asks for nothing: cover, contents, then each part on a new sheet. */
export interface PackDocument {
  /** The document as text. With the sheet on which each id stands, the contents say it. */
  html(sheets?: ReadonlyMap<string, number>): string;
}

/** The address of a file of the site that goes along with a document; undefined where it stays behind. */
export type FileAddress = (path: string) => string | undefined;

/**
 * Binds a pack from the site at `siteDir`, a folder with `data/manifest.json`: for a screen where files go along with it, else for
 * paper, where the tables behind the charts follow at the end.
 */
export function packDocument(siteDir: string, pack: Pack, fileOf?: FileAddress): PackDocument {
  const manifest = JSON.parse(readFileSync(join(siteDir, "data", "manifest.json"), "utf8")) as Manifest;
  const parts = bindParts(siteDir, pack, fileOf ?? (() => undefined));
  const absent = pagesOf(pack)
    .filter((page) => !existsSync(join(siteDir, page)))
    .map((page) => page.replace(/\.html$/, ""));
  const dom = new JSDOM("<!DOCTYPE html><html lang='en'><head></head><body class='pack'></body></html>");
  const { document } = dom.window;
  const h = maker(document);
  const drawn = h(
    "div",
    null,
    parts.map((part) => drawPart(document, part)),
  );
  const annex = fileOf ? undefined : moveTwins(document, drawn);
  const listed = annex ? [...parts, { ...ANNEX, pages: [], headings: false }] : parts;
  document.body.append(
    h(
      "main",
      { id: "pack" },
      coverOf(h, pack, manifest),
      contentsOf(h, listed, absent),
      [...drawn.children],
      annex,
    ),
  );
  dropLostLinks(document);
  const style = `${siteStyle(siteDir)}\n${runningHead(manifest, pack.title)}`;
  document.head.append(
    h("meta", { charset: "utf-8" }),
    h("meta", { "http-equiv": "Content-Security-Policy", content: policyOf(style) }),
    h("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    h("title", null, `${pack.title}: ${manifest.program.name}`),
    h("style"),
  );
  const numbers = document.querySelectorAll<HTMLElement>("[data-sheet-of]");
  return {
    html(sheets) {
      for (const number of numbers)
        number.textContent = String(sheets?.get(number.dataset.sheetOf ?? "") ?? "");
      return dom.serialize().replace("<style></style>", () => `<style>${style}</style>`);
    },
  };
}

const pagesOf = ({ parts }: Pack): string[] =>
  parts.flatMap(({ pages }) => pages.map((page) => `${page}.html`));

function bindParts(siteDir: string, pack: Pack, fileOf: FileAddress): BoundPart[] {
  const held = new Set(pagesOf(pack).filter((page) => existsSync(join(siteDir, page))));
  const idOf = (path: string) =>
    held.has(path) ? path.replace(/\.html$/, "").replaceAll("/", "-") : undefined;
  return pack.parts.flatMap(({ title, pages, headings = false }) => {
    const present = pages.map((page) => `${page}.html`).filter((page) => held.has(page));
    const bound = present.map((page) => {
      const { document } = new JSDOM(readFileSync(join(siteDir, page), "utf8")).window;
      return bindPage(document, page, { idOf, fileOf });
    });
    return bound[0] ? [{ id: `part-${bound[0].id}`, title, pages: bound, headings }] : [];
  });
}

function drawPart(document: Document, { id, title, pages }: BoundPart): Element {
  const h = maker(document);
  return h(
    "div",
    { class: "part", id },
    pages.map((page) => {
      const name = page.title ?? title;
      const article = h("article", { id: page.id, "aria-label": name });
      article.append(page.title === title ? "" : h("p", { class: "eyebrow" }, title));
      article.append(page.title === undefined ? h("h1", null, title) : "", ...page.nodes);
      return article;
    }),
  );
}

/** A link to a place that was not bound becomes plain text. */
function dropLostLinks(document: Document): void {
  for (const link of document.querySelectorAll('a[href^="#"]'))
    if (!document.getElementById(link.getAttribute("href")?.slice(1) ?? ""))
      link.replaceWith(...link.childNodes);
}

/** The style sheets of a site's first page, which are those of all. */
function siteStyle(siteDir: string): string {
  const { document } = new JSDOM(readFileSync(join(siteDir, "index.html"), "utf8")).window;
  const sheets = [...document.querySelectorAll("link[rel=stylesheet]")].map(
    (sheet) => sheet.getAttribute("href") ?? "",
  );
  if (sheets.length === 0) throw new Error("the site has no style sheet");
  return sheets.map((href) => readFileSync(join(siteDir, href), "utf8")).join("\n");
}

/** Nothing but the one style sheet inside, pictures inside, and no script. */
function policyOf(style: string): string {
  const hash = createHash("sha256").update(style).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src data:; base-uri 'none'; form-action 'none'`;
}
