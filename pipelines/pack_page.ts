import { posix } from "node:path";
import { PACK_STRINGS as words } from "../reports/components/strings_pack.ts";

/** A page of a site as it goes into a document of several. */
export interface BoundPage {
  path: string;
  /** Its id in the document. */
  id: string;
  /** Its first heading; undefined where its part's title has to do. */
  title: string | undefined;
  /** Its second headings. */
  headings: readonly { id: string; title: string }[];
  /** What stood in its main part. */
  nodes: readonly Node[];
}

/** What a link leads to when its page is bound into a document. */
export interface Bindings {
  /** The id of a page's place in the document; undefined where the document does not hold it. */
  idOf(path: string): string | undefined;
  /** The address of a file that goes along; undefined where it stays behind. */
  fileOf(path: string): string | undefined;
}

/** Said once for the whole document, or left to the site: other programmes, other scales and windows than the first, groups of people. */
const LEFT_OUT =
  "script, .hero, .edition, .stamp, .beside, details.window, .instrument ~ .instrument, .window .groups, .window .groups ~ .twin";

const NAMING = ["id", "for", "aria-labelledby", "aria-describedby", "aria-controls", "headers"];

/**
 * Takes the main part out of a page, so that several can stand in one document: ids are made the page's own, and links lead to
 * places in the document or become plain text.
 */
export function bindPage(document: Document, path: string, { idOf, fileOf }: Bindings): BoundPage {
  const main = document.querySelector("main");
  const id = idOf(path);
  if (!main || id === undefined) throw new Error(`the page ${path} has no main part to bind`);
  for (const one of main.querySelectorAll(LEFT_OUT)) one.remove();
  for (const anchor of main.querySelectorAll(".observablehq-header-anchor"))
    anchor.replaceWith(...anchor.childNodes);
  for (const element of main.querySelectorAll("*")) ownIds(element, id);
  const title = main.querySelector("h1")?.textContent;
  for (const region of main.querySelectorAll("section, [role=region]"))
    tellApart(document, region, title ?? id);
  const headings = [...main.querySelectorAll("h2[id]")].map((heading) => ({
    id: heading.id,
    title: heading.textContent ?? "",
  }));
  for (const link of main.querySelectorAll("a")) bindLink(link, { path, idOf, fileOf });
  return { path, id, title, headings, nodes: [...main.childNodes] };
}

/** Parts that several pages have alike: a section needs no name of its own there, and a table that scrolls is named after its page too. */
function tellApart(document: Document, region: Element, title: string): void {
  const name = region.getAttribute("aria-label") ?? nameOf(document, region);
  region.removeAttribute("aria-labelledby");
  region.removeAttribute("aria-label");
  if (region.getAttribute("role") === "region") region.setAttribute("aria-label", `${title}: ${name}`);
}

const nameOf = (document: Document, region: Element): string =>
  document.getElementById(region.getAttribute("aria-labelledby") ?? "")?.textContent ?? "";

function ownIds(element: Element, page: string): void {
  for (const { name, value } of element.attributes)
    if (NAMING.includes(name))
      element.setAttribute(
        name,
        value
          .split(/\s+/)
          .map((one) => ownId(page, one))
          .join(" "),
      );
    else if (value.includes("url(#"))
      element.setAttribute(name, value.replaceAll("url(#", `url(#${ownId(page, "")}`));
}

const ownId = (page: string, id: string): string => `${page}--${id}`;

function bindLink(link: HTMLAnchorElement, { path, idOf, fileOf }: Bindings & { path: string }): void {
  const [target = "", anchor = ""] = (link.getAttribute("href") ?? "").split("#");
  const there = target === "" ? path : posix.join(posix.dirname(path), target);
  const page = idOf(there);
  const file = page === undefined ? fileOf(there) : undefined;
  if (page !== undefined) link.setAttribute("href", `#${anchor === "" ? page : ownId(page, anchor)}`);
  else if (file !== undefined) link.setAttribute("href", file);
  else link.replaceWith(...link.childNodes, link.hasAttribute("download") ? words.leftBehind : "");
}
