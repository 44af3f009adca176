import { type Make, maker, svgMaker } from "./elements.ts";
import { scaleTop, shortPeriod } from "./formats.ts";
import { timeline } from "./grains.ts";
import type { Cell, MeasureEntry } from "./release.ts";
import { absence, isReadable, trend } from "./sentences.ts";
import { STRINGS } from "./strings.ts";

const WIDTH = 150;
const HEIGHT = 44;
const EDGE = 5;
const BAND = 4;

/**
 * The whole programme over time, small enough for a table: results in their intervals, in the finest grain that can be read.
 * A period without a number keeps its place: the line breaks and a mark stands below. A dash where there is no line to draw.
 * A target is a line across.
 */
export function sparkline(
  document: Document,
  measure: MeasureEntry,
  cells: readonly Cell[],
  target?: number,
): Element {
  const h = maker(document);
  const line = timeline(cells);
  if (!line) return h("span", { class: "muted" }, STRINGS.trend.none);
  const { grain, periods } = line;
  const caption = STRINGS.trend.caption(
    STRINGS.grains[grain],
    shortPeriod(periods[0] as Cell),
    shortPeriod(periods.at(-1) as Cell),
  );
  return h(
    "span",
    { class: "trend" },
    drawing(svgMaker(document), { periods, target }, `${caption}. ${trend(measure, periods)}`),
    h("span", { class: "trend-caption" }, caption),
  );
}

function drawing(
  s: Make,
  { periods, target }: { periods: readonly Cell[]; target: number | undefined },
  alternative: string,
): Element {
  const top = scaleTop([...periods, { upper: target ?? null }]);
  const step = (WIDTH - 2 * EDGE) / Math.max(1, periods.length - 1);
  const x = (i: number) => EDGE + i * step;
  const y = (rate: number) => HEIGHT - EDGE - (rate / top) * (HEIGHT - 2 * EDGE);
  const points = periods.map((cell, i) => ({ cell, x: x(i), shown: isReadable(cell) ? cell : undefined }));
  const readable = points.flatMap(({ x, shown }) => (shown ? [{ x, shown }] : []));
  const last = readable.at(-1);
  const path = points
    .map(({ x, shown }, i) =>
      shown ? `${points[i - 1]?.shown ? "L" : "M"}${x.toFixed(1)} ${y(shown.value).toFixed(1)}` : "",
    )
    .join("");
  return s(
    "svg",
    { class: "sparkline", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": alternative },
    s("line", { class: "spark-zero", x1: 0, x2: WIDTH, y1: HEIGHT - EDGE, y2: HEIGHT - EDGE }),
    target !== undefined &&
      s("line", {
        class: "spark-target",
        x1: 0,
        x2: WIDTH,
        y1: y(target).toFixed(1),
        y2: y(target).toFixed(1),
      }),
    readable.map(({ x, shown }) =>
      s("line", {
        class: "spark-interval",
        "stroke-width": Math.min(BAND, step * 0.7).toFixed(1),
        x1: x.toFixed(1),
        x2: x.toFixed(1),
        y1: y(shown.lower).toFixed(1),
        y2: y(shown.upper).toFixed(1),
      }),
    ),
    points
      .filter(({ shown }) => !shown)
      .map(({ cell, x }) =>
        s("line", {
          class: `spark-gap spark-${absence(cell)}`,
          x1: (x - 1.5).toFixed(1),
          x2: (x + 1.5).toFixed(1),
          y1: HEIGHT - 2,
          y2: HEIGHT - 2,
        }),
      ),
    s("path", { class: "spark-line", d: path }),
    last &&
      s("circle", { class: "spark-last", cx: last.x.toFixed(1), cy: y(last.shown.value).toFixed(1), r: 3 }),
  );
}
