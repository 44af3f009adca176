import * as Plot from "@observablehq/plot";

/** One difference of two shares, from -1 to 1, in its 95 % interval. */
export interface Difference {
  name: string;
  value: number;
  lower: number;
  upper: number;
}

const ROW = 46;

/** Differences side by side around the line of no difference, in people of a hundred. */
export function drawDifferences(document: Document, width: number, rows: readonly Difference[]): Element {
  const reach = Math.max(0.1, ...rows.flatMap(({ lower, upper }) => [Math.abs(lower), Math.abs(upper)]));
  const top = Math.ceil(reach * 10) / 10;
  const ticks = [-top, -top / 2, 0, top / 2, top];
  return Plot.plot({
    document,
    width,
    height: rows.length * ROW + 40,
    marginLeft: 14,
    marginRight: 24,
    marginTop: 8,
    marginBottom: 28,
    x: { domain: [-top, top] },
    y: { type: "band", domain: rows.map(({ name }) => name), padding: 0, axis: null },
    marks: [
      Plot.gridX(ticks, { stroke: "var(--grid)", strokeOpacity: 1 }),
      Plot.axisX(ticks, { tickFormat: points, tickSize: 0, label: null, fontSize: 13 }),
      Plot.ruleX([0], { stroke: "var(--reference)", strokeDasharray: "5 4", strokeWidth: 1.5 }),
      Plot.text(rows, {
        y: "name",
        text: "name",
        textAnchor: "start",
        frameAnchor: "left",
        dx: -12,
        dy: -12,
        fill: "var(--ink)",
        fontSize: 13,
        stroke: "var(--paper)",
        strokeWidth: 4,
      }),
      Plot.ruleY(rows, {
        y: "name",
        x1: "lower",
        x2: "upper",
        dy: 8,
        stroke: "var(--result-soft)",
        strokeWidth: 9,
        strokeLinecap: "round",
      }),
      Plot.dot(rows, {
        y: "name",
        x: "value",
        dy: 8,
        r: 4.5,
        fill: "var(--result)",
        stroke: "var(--paper)",
      }),
    ],
  });
}

/** 0.05 -> `+5`. */
const points = (value: number): string =>
  `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.round(100 * Math.abs(value))}`;
