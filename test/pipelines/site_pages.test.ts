import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { afterAll, describe, expect, it } from "vitest";
import { finishPage, finishPages } from "../../pipelines/site_pages.ts";
import { readRelease } from "../../src/publish/read_release.ts";
import { writeMadeRelease } from "../reports/made_release.ts";

const folder = mkdtempSync(join(tmpdir(), "pages-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const context = {
  release: readRelease(writeMadeRelease(join(folder, "release"), 110)),
  tables: [],
  beside: [],
};

/** A page as Framework builds it, as far as it matters here. */
const built = (main: string) => `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, maximum-scale=1">
<link rel="modulepreload" href="./client.js"><script type="module">import "./client.js";</script></head><body>
<input id="observablehq-sidebar-toggle" type="checkbox" title="Toggle sidebar">
<label id="observablehq-sidebar-backdrop" for="observablehq-sidebar-toggle"></label>
<nav id="observablehq-sidebar"><ol><label id="observablehq-sidebar-close" for="observablehq-sidebar-toggle"></label>
<li class="observablehq-link observablehq-link-active"><a href="./index.html">Home</a></li></ol>
<div id="observablehq-search"><input type="search" placeholder="Search"></div><div id="observablehq-search-results"></div>
<details><summary>Outcomes</summary><ol><li><a href="./a.html">A</a></li></ol></details></nav><script>{let a;}</script>
<div id="observablehq-center"><main id="observablehq-main">${main}</main></div></body></html>`;

const finish = (main: string) =>
  new JSDOM(finishPage(built(main), "page.html", context).html).window.document;

describe("a finished page", () => {
  it("has a language, may be zoomed, and runs no script that draws cells", () => {
    const page = finish("<h1>Title</h1>");
    expect(page.documentElement.lang).toBe("en");
    expect(page.querySelector("meta[name=viewport]")?.getAttribute("content")).not.toContain("maximum-scale");
    expect(page.querySelectorAll("script, link[rel=modulepreload]")).toHaveLength(0);
  });

  it("has named landmarks, real lists, and one page that is the present one", () => {
    const page = finish("<h1>Title</h1>");
    expect(page.querySelector("nav")?.getAttribute("aria-label")).toBe("Pages");
    expect(page.querySelector("nav ol > label")).toBeNull();
    expect(page.querySelector("nav details.section ol")?.getAttribute("aria-label")).toBe("Outcomes");
    expect(page.querySelector("nav .programme-name")?.textContent).toBe(
      context.release.manifest.program.name,
    );
    expect(page.querySelectorAll("[aria-current=page]")).toHaveLength(1);
    expect(page.querySelector("header #observablehq-sidebar-toggle")).not.toBeNull();
  });

  it("lets wide tables of its text scroll by themselves, named by the heading before them", () => {
    const region = finish("<h2>Glossary</h2><p>Words</p><table><tr><td>a</td></tr></table>").querySelector(
      ".table-region",
    );
    expect(region?.getAttribute("aria-label")).toBe("Glossary");
    expect(region?.getAttribute("tabindex")).toBe("0");
  });

  it("has its placeholders drawn", () => {
    expect(finish('<div data-view="stamp"></div>').querySelector("main .stamp")?.textContent).toContain(
      "1 February 2025",
    );
  });

  it("is refused when it asks for a view that does not exist", () => {
    expect(() => finish('<div data-view="elsewhere"></div>')).toThrow(
      "the view elsewhere, which does not exist",
    );
  });

  it("is refused when the shell is not the one that is mended here", () => {
    expect(() => finishPage("<main></main>", "page.html", context)).toThrow("no navigation");
    expect(() => finishPage(built("").replaceAll("main", "div"), "page.html", context)).toThrow(
      "no main part",
    );
  });
});

describe("a build without a page", () => {
  it("is refused", async () => {
    await expect(finishPages(join(folder, "release", ".store"), context)).rejects.toThrow("made no page");
  });
});
