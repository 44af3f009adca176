import { svgMaker } from "./elements.ts";

const WIDTH = 150;
const HEIGHT = 16;
const EDGE = 6;

/** What a strip shows decides its colour: one meaning per colour. */
export type StripKind = "result" | "observed" | "follow-up" | "bounds";

/**
 * A rate and its interval (0 to 1) on a 0 to 100 % track, small enough for a table. The numbers stand beside it, so it is
 * hidden from those who hear the page. Without a value only the track is drawn.
 */
export function intervalStrip(
  document: Document,
  kind: StripKind,
  { value, lower, upper }: { value: number | null; lower: number | null; upper: number | null },
): Element {
  const s = svgMaker(document);
  const x = (rate: number) => (EDGE + rate * (WIDTH - 2 * EDGE)).toFixed(1);
  const middle = HEIGHT / 2;
  const tick = (rate: number) =>
    s("line", { class: "strip-tick", x1: x(rate), x2: x(rate), y1: middle - 3, y2: middle + 3 });
  return s(
    "svg",
    { class: `strip strip-${kind}`, viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" },
    s("line", { class: "strip-track", x1: x(0), x2: x(1), y1: middle, y2: middle }),
    [0, 0.5, 1].map(tick),
    lower !== null && upper !== null
      ? s("line", { class: "strip-interval", x1: x(lower), x2: x(upper), y1: middle, y2: middle })
      : null,
    value === null ? null : s("circle", { class: "strip-value", cx: x(value), cy: middle, r: 4.5 }),
  );
}
