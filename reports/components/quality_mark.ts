import { maker, svgMaker } from "./elements.ts";
import type { Manifest } from "./release.ts";
import { QUALITY_STRINGS } from "./strings_quality.ts";

type Verdict = Manifest["quality"]["measures"][number]["verdict"];

/** A tick, a triangle and a cross in a square: told apart by shape and word, not by colour alone. */
const SHAPES: Readonly<Record<Verdict, string>> = {
  fit: "M3 8.5 L6.5 12 L13 4.5",
  caution: "M8 2.5 L14 13 H2 Z M8 6.5 V9.5 M8 11.4 v.1",
  not_fit: "M2.5 2.5 H13.5 V13.5 H2.5 Z M5.5 5.5 L10.5 10.5 M10.5 5.5 L5.5 10.5",
};

/** The verdict on a measure: an icon with its word. */
export function verdictMark(document: Document, verdict: Verdict): Element {
  const s = svgMaker(document);
  return maker(document)(
    "span",
    { class: `verdict verdict-${verdict}`, title: QUALITY_STRINGS.meaning[verdict] },
    s("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, s("path", { d: SHAPES[verdict] })),
    QUALITY_STRINGS.verdict[verdict],
  );
}
