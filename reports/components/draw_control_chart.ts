import * as Plot from "@observablehq/plot";
import { group } from "d3";
import { spread, TARGET_LINE } from "./draw_over_time.ts";
import { percent, rateTicks, scaleTop, shortPeriod } from "./formats.ts";
import type { Release } from "./release.ts";

export type ChartPoint = Release["charts"][number];

const HEIGHT = 250;

/**
 * A control chart by month: values on a line, the centre and the limits of each phase, months beyond chance as diamonds, and
 * the target where one is set. A month without a value keeps its place, and the line breaks there.
 */
export function drawControlChart(
  document: Document,
  width: number,
  { points, target }: { points: readonly ChartPoint[]; target?: number | undefined },
): Element {
  const rows = points.map((point) => ({
    ...point,
    x: shortPeriod({ period_grain: "month", period_start: point.period_start }),
    y: point.value ?? Number.NaN,
  }));
  const top = scaleTop([
    ...points,
    ...points.map(({ value }) => ({ upper: value })),
    { upper: target ?? null },
  ]);
  const ticks = rateTicks(top);
  const limited = rows.filter(({ lower, upper }) => lower !== null && upper !== null);
  const phases = [...group(limited, ({ phase }) => phase).values()];
  const shown = rows.filter(({ value }) => value !== null);
  const last = shown.at(-1);
  const limit = (y: "lower" | "upper") => ({
    x: "x",
    y,
    stroke: "var(--reference)",
    strokeDasharray: "5 4",
    curve: "step" as const,
  });
  return Plot.plot({
    document,
    width,
    height: HEIGHT,
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
      target === undefined ? null : Plot.ruleY([target], TARGET_LINE),
      phases.flatMap((phase) => [
        Plot.line(phase, limit("lower")),
        Plot.line(phase, limit("upper")),
        Plot.line(phase, { x: "x", y: "centre", stroke: "var(--reference)", curve: "step" }),
      ]),
      Plot.line(rows, { x: "x", y: "y", stroke: "var(--result)", strokeWidth: 1.75 }),
      Plot.dot(
        shown.filter(({ rule }) => rule === null),
        { x: "x", y: "y", r: 3, fill: "var(--result)", stroke: "var(--paper)" },
      ),
      Plot.dot(
        shown.filter(({ rule }) => rule !== null),
        { x: "x", y: "y", r: 5.5, symbol: "diamond", fill: "var(--ink)", stroke: "var(--paper)" },
      ),
      last
        ? Plot.text([last], {
            x: "x",
            y: "y",
            dx: 9,
            textAnchor: "start",
            text: ({ value, denominator }) => percent(value ?? 0, denominator),
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
