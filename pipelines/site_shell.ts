import { maker } from "../reports/components/elements.ts";
import { day } from "../reports/components/formats.ts";
import type { Manifest } from "../src/publish/manifest.ts";
import { HEAD_FILE } from "./running_head.ts";

/** A rate in its interval. Without an icon of its own a page makes the browser ask for one that is not there. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect x='2' y='11' width='28' height='10' rx='5' fill='%23b9d2ea'/%3E%3Ccircle cx='17' cy='16' r='6' fill='%231c5fa5'/%3E%3C/svg%3E";

const INTERNAL_NOTE =
  "Exact numbers, small ones too: for the quality committee inside the organisation, not to be passed on.";

/**
 * Mends what Framework's page shell lacks: the page's language, zooming, landmarks, a named search box and menu, real lists and a
 * way past the navigation. Its client, which draws cells that these pages do not have, goes.
 */
export function mendShell(document: Document, manifest: Manifest): void {
  document.documentElement.lang = "en";
  document
    .querySelector("meta[name=viewport]")
    ?.setAttribute("content", "width=device-width, initial-scale=1");
  for (const unused of document.querySelectorAll('script[type="module"], link[rel="modulepreload"]'))
    unused.remove();
  document.head.append(maker(document)("link", { rel: "icon", href: ICON }));
  document.body.dataset.edition = manifest.policy.edition;
  mendNavigation(document, manifest);
  mendMain(document, manifest);
}

function mendNavigation(document: Document, { program }: Manifest): void {
  const h = maker(document);
  const nav = document.querySelector("#observablehq-sidebar");
  const toggle = document.querySelector("#observablehq-sidebar-toggle");
  if (!nav || !toggle) throw new Error("the page shell has no navigation; was Framework upgraded?");
  nav.setAttribute("aria-label", "Pages");
  nav.nextElementSibling?.matches("script") && nav.nextElementSibling.remove();
  for (const label of document.querySelectorAll("label[for='observablehq-sidebar-toggle']")) label.remove();
  for (const here of nav.querySelectorAll(".observablehq-link-active a"))
    here.setAttribute("aria-current", "page");
  for (const topic of nav.querySelectorAll("details")) {
    topic.classList.add("section");
    topic.querySelector("ol")?.setAttribute("aria-label", topic.querySelector("summary")?.textContent ?? "");
  }
  nav.querySelector("input[type=search]")?.setAttribute("aria-label", "Search the pages");
  nav.querySelector("#observablehq-search-results")?.setAttribute("aria-live", "polite");

  toggle.removeAttribute("title");
  toggle.setAttribute("aria-label", "Show the menu");
  const home = nav.querySelector("a");
  const root = home?.getAttribute("href")?.replace(/index\.html$/, "") ?? "";
  document.head.append(h("link", { rel: "stylesheet", href: `${root}${HEAD_FILE}` }));
  nav.querySelector("ol")?.after(h("p", { class: "programme-name" }, program.name));
  const masthead = h(
    "header",
    { class: "masthead" },
    h("a", { href: home?.getAttribute("href") ?? "" }, home?.textContent),
    toggle,
  );
  document.body.prepend(
    h("a", { class: "skip", href: "#observablehq-main" }, "Skip to the content"),
    masthead,
  );
}

function mendMain(document: Document, { program, as_of, run_id, policy }: Manifest): void {
  const h = maker(document);
  const main = document.querySelector("main");
  if (!main) throw new Error("the page shell has no main part; was Framework upgraded?");
  main.setAttribute("tabindex", "-1");
  for (const code of main.querySelectorAll("pre")) code.setAttribute("tabindex", "0");
  for (const table of main.querySelectorAll("table")) {
    const region = h("div", {
      class: "table-region",
      role: "region",
      tabindex: 0,
      "aria-label": headingBefore(table),
    });
    table.replaceWith(region);
    region.append(table);
  }
  const kind = program.synthetic ? " Synthetic data." : "";
  if (policy.edition === "internal")
    main.prepend(h("p", { class: "edition" }, h("strong", null, "Internal edition. "), INTERNAL_NOTE));
  main.after(
    h(
      "footer",
      { class: "colophon" },
      h("p", null, `${program.name}, as of ${day(as_of)}, run ${run_id}, ${policy.edition} edition.${kind}`),
    ),
  );
}

function headingBefore(element: Element): string {
  for (let at = element.previousElementSibling; at; at = at.previousElementSibling)
    if (/^H[1-4]$/.test(at.tagName)) return at.textContent ?? "Table";
  return "Table";
}

/** Says the level of a heading that stands more than one below the heading before it, as charts of a page without third headings do. */
export function mendHeadings(document: Document): void {
  let above = 0;
  for (const heading of document.querySelectorAll("main :is(h1, h2, h3, h4, h5, h6)")) {
    const level = Number(heading.tagName.slice(1));
    if (above > 0 && level > above + 1) heading.setAttribute("aria-level", String(above + 1));
    above = Math.min(level, above > 0 ? above + 1 : level);
  }
}
