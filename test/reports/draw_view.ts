import { JSDOM } from "jsdom";
import type { Release, ViewContext } from "../../reports/components/release.ts";
import { VIEWS } from "../../reports/components/views.ts";

/** Draws a view of a release by itself, beside another programme whose name looks like code. */
export function draw(release: Release, name: string, data: Record<string, string> = {}): Element {
  const { document } = new JSDOM("<main></main>").window;
  const context: ViewContext = {
    document,
    release,
    beside: [{ name: "Another <b>programme</b>", href: "another/index.html" }],
    tables: [
      { name: "patient", required: true },
      { name: "visit", required: false },
    ],
  };
  const view = VIEWS[name];
  if (!view) throw new Error(`no view is called ${name}`);
  const drawn = view(context, data);
  document.querySelector("main")?.append(drawn);
  return drawn;
}

/** The texts of the elements that a selector finds, in order. */
export const texts = (root: Element, selector: string): string[] =>
  [...root.querySelectorAll(selector)].map(({ textContent }) => textContent ?? "");
