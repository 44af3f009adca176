import { type Child, maker } from "./elements.ts";
import { STRINGS } from "./strings.ts";

/** What stands around a drawing. The title says the finding; the subtitle the measure and who is counted. */
export interface Frame {
  title: string;
  subtitle: string;
  /** The chart in one or more sentences, for those who cannot see it; made from the same rows. */
  alternative: string;
  /** Draws the chart so wide, in pixels; it is drawn once for a page and once for a phone. */
  draw: (width: number) => Element;
  /** Which marks occur, in words. */
  legend?: readonly { shape: string; label: string }[];
  /** Sentences below the drawing. */
  notes?: readonly string[];
  source: string;
  twin: Element;
}

/** The two widths a chart is drawn at, in pixels: the style sheet shows the one that fits. */
const WIDTHS = { wide: 760, narrow: 340 } as const;

/** A chart in its frame, with the table of the same rows below it. */
export function chartFrame(document: Document, frame: Frame): Element {
  const h = maker(document);
  const drawing = (kind: keyof typeof WIDTHS): Child =>
    h("div", { class: `drawing ${kind}` }, asImage(frame.draw(WIDTHS[kind]), frame.alternative));
  return h(
    "figure",
    { class: "chart" },
    h("figcaption", null, h("h3", null, frame.title), h("p", { class: "subtitle" }, frame.subtitle)),
    drawing("wide"),
    drawing("narrow"),
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
    h("p", { class: "source" }, frame.source),
    h("details", { class: "twin" }, h("summary", null, STRINGS.charts.twin), frame.twin),
  );
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
