import type { Make } from "../reports/components/elements.ts";
import { PACK_STRINGS as words } from "../reports/components/strings_pack.ts";
import { stampOf } from "../reports/components/view_stamp.ts";
import type { Manifest } from "../src/publish/manifest.ts";
import type { Pack } from "./pack_contents.ts";
import type { BoundPart } from "./pack_document.ts";

/** The first sheet: whose report of which month this is, and what its numbers are. */
export function coverOf(h: Make, { title, edition }: Pack, manifest: Manifest): Element {
  const { name, description } = manifest.program;
  return h(
    "header",
    { class: "cover" },
    h("p", { class: "eyebrow" }, `${title}. ${words.edition[edition]}.`),
    h("h1", null, name),
    h("p", { class: "lede" }, description),
    stampOf(h, manifest),
  );
}

/** What is in the document and where; each number is filled in once it is known. And by name what the site does not have. */
export function contentsOf(h: Make, parts: readonly BoundPart[], absent: readonly string[]): Element {
  const link = (id: string, title: string) =>
    h("a", { href: `#${id}` }, h("span", null, title), h("span", { class: "sheet", "data-sheet-of": id }));
  const inside = ({ title, pages, headings }: BoundPart) => {
    const places = headings
      ? pages.flatMap((page) => page.headings)
      : pages.map((page) => ({ id: page.id, title: page.title ?? title }));
    if (places.length < 2) return null;
    return h(
      "ol",
      null,
      places.map((place) => h("li", null, link(place.id, place.title))),
    );
  };
  return h(
    "nav",
    { class: "contents", "aria-labelledby": "contents" },
    h("h2", { id: "contents" }, words.contents),
    h(
      "ol",
      null,
      parts.map((part) => h("li", null, link(part.id, part.title), inside(part))),
    ),
    absent.length > 0 && h("p", { class: "absent" }, words.absent(absent.join(", "))),
    h("p", { class: "muted" }, words.onSite),
  );
}
