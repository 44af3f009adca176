import { type Child, maker } from "./elements.ts";
import { STRINGS } from "./strings.ts";

/** What stands around a drawing. The title says the finding; the subtitle what is counted and how it is split. */
export interface Frame {
  title: string;
  subtitle: string;
  /** The chart in one or more sentences, for those who cannot see it; made from the same rows. */
  alternative: string;
  drawing: Element;
  /** Which marks occur, in words. */
  legend?: readonly { shape: string; label: string }[];
  /** Sentences below the drawing. */
  notes?: readonly string[];
  /** The same rows as a table; small charts of one set share theirs. */
  twin?: Element;
}

/** How wide charts are drawn, in pixels: each is shown near this width, so that its letters keep their size. */
export const WIDTHS = { half: 440, panel: 300 } as const;

/** A chart in its frame, with the table of the same rows below it. */
export function chartFrame(document: Document, frame: Frame): Element {
  const h = maker(document);
  return h(
    "figure",
    { class: "chart" },
    h("figcaption", null, h("h4", null, frame.title), h("p", { class: "subtitle" }, frame.subtitle)),
    h("div", { class: "drawing" }, asImage(frame.drawing, frame.alternative)),
    frame.legend?.length
      ? h(
          "ul",
          { class: "legend" },
          frame.legend.map(({ shape, label }) =>
            h("li", null, h("span", { class: `swatch swatch-${shape}`, "aria-hidden": "true" }), label),
          ),
        )
      : null,
    frame.notes?.filter(Boolean).map((note) => h("p", { class: "note-line" }, note)),
    frame.twin && twinOf(document, frame.twin),
  );
}

/** A table that tells what charts show, or more under a name of its own, folded away on screen and open on paper. */
export function twinOf(document: Document, tables: Child, name: string = STRINGS.charts.twin): Element {
  const h = maker(document);
  return h("details", { class: "twin" }, h("summary", null, name), tables);
}

/** One image with one text for those who hear it; inner labels and inline styles go, so that a strict page policy holds. */
function asImage(svg: Element, alternative: string): Element {
  for (const style of svg.querySelectorAll("style")) style.remove();
  for (const part of [svg, ...svg.querySelectorAll("*")]) {
    part.removeAttribute("style");
    part.removeAttribute("aria-label");
    part.removeAttribute("aria-hidden");
  }
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", alternative);
  return svg;
}
