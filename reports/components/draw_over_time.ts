import * as Plot from "@observablehq/plot";
import { percent, rateTicks, scaleTop, shortPeriod } from "./formats.ts";
import type { Cell } from "./release.ts";
import { type Absence, absence, isReadable } from "./sentences.ts";

/** How a target is drawn, on every chart. */
export const TARGET_LINE = { stroke: "var(--good)", strokeWidth: 2, strokeOpacity: 0.85 } as const;

/**
 * Rates over time with their 95 % intervals, 0 to 100 %. A period without a number keeps its place and its own mark on the
 * zero line, and the line breaks there.
 */
export function drawOverTime(
  document: Document,
  width: number,
  {
    periods,
    reference,
    target,
  }: { periods: readonly Cell[]; reference: Cell | undefined; target?: number | undefined },
): Element {
  const rows = periods.map((cell) => ({
    x: shortPeriod(cell),
    cell,
    y: isReadable(cell) ? cell.value : Number.NaN,
  }));
  const shown = rows.filter(({ cell }) => isReadable(cell));
  const without = (why: Absence) => rows.filter(({ cell }) => absence(cell) === why);
  const last = shown.at(-1);
  const top = scaleTop([...periods, { upper: target ?? null }]);
  const ticks = rateTicks(top);
  return Plot.plot({
    document,
    width,
    height: 250,
    marginLeft: 44,
    marginRight: 48,
    marginBottom: 34,
    marginTop: 18,
    x: { type: "point", domain: rows.map(({ x }) => x), padding: 0.6 },
    y: { domain: [0, top] },
    marks: [
      Plot.gridY(ticks, { stroke: "var(--grid)", strokeOpacity: 1 }),
      Plot.axisY(ticks, {
        tickFormat: (value: number) => `${100 * value}%`,
        tickSize: 0,
        label: null,
        fontSize: 13,
      }),
      Plot.axisX(
        spread(
          rows.map(({ x }) => x),
          5,
        ),
        { tickSize: 4, label: null, fontSize: 13 },
      ),
      Plot.ruleY([0], { stroke: "var(--axis)" }),
      isReadable(reference) && shown.length > 1
        ? Plot.ruleY([reference.value], {
            stroke: "var(--reference)",
            strokeDasharray: "5 4",
            strokeWidth: 1.5,
          })
        : null,
      target === undefined ? null : Plot.ruleY([target], TARGET_LINE),
      Plot.ruleX(shown, {
        x: "x",
        y1: ({ cell }) => cell.lower,
        y2: ({ cell }) => cell.upper,
        stroke: "var(--result-soft)",
        strokeWidth: Math.max(3, Math.min(12, (width - 90) / rows.length - 3)),
        strokeLinecap: "round",
      }),
      Plot.line(rows, { x: "x", y: "y", stroke: "var(--result)", strokeWidth: 1.75 }),
      Plot.dot(shown, {
        x: "x",
        y: "y",
        r: 3.25,
        fill: "var(--result)",
        stroke: "var(--paper)",
      }),
      Plot.dot(without("suppressed"), {
        x: "x",
        y: 0,
        dy: -8,
        symbol: "times",
        r: 4,
        stroke: "var(--hidden)",
        strokeWidth: 1.75,
      }),
      Plot.dot(without("pending"), { x: "x", y: 0, dy: -8, r: 3.5, stroke: "var(--hidden)", fill: "none" }),
      Plot.text(without("no_value"), {
        x: "x",
        y: 0,
        dy: -8,
        text: () => "–",
        fill: "var(--hidden)",
        fontSize: 14,
      }),
      last
        ? Plot.text([last], {
            x: "x",
            y: "y",
            dx: 9,
            textAnchor: "start",
            text: ({ cell }) => percent(cell.value ?? 0, cell.denominator ?? 0),
            fill: "var(--result)",
            fontSize: 14,
            fontWeight: 700,
            stroke: "var(--paper)",
            strokeWidth: 4,
          })
        : null,
    ],
  });
}

/** At most `most` labels, evenly spread, the last one always among them. */
export function spread(labels: readonly string[], most: number): string[] {
  const step = Math.ceil(labels.length / most);
  return labels.filter((_, i) => (labels.length - 1 - i) % step === 0);
}
