import * as Plot from "@observablehq/plot";
import { rateTicks, scaleTop } from "./formats.ts";
import type { Mark } from "./funder_benchmarks.ts";

/** A mark with its figure written out. */
type Row = Mark & { figure: string };

const ROW = 38;
const BELOW_NAME = 9;
const COLOUR = { everyone: "var(--result)", measured: "var(--observed)" } as const;
const SOFT = { everyone: "var(--result-soft)", measured: "var(--observed-soft)" } as const;

/** Our figure and published ones on one scale from 0 %: ours a dot in its interval, theirs a hollow diamond, or a line where a range was published. */
export function drawBenchmarks(document: Document, width: number, marks: readonly Row[]): Element {
  const rows = marks.map((mark, at) => ({ ...mark, key: String(at) }));
  const ours = rows.filter(({ kind }) => kind !== "published");
  const published = rows.filter(({ kind }) => kind === "published");
  const top = scaleTop(rows.map(({ high }) => ({ upper: high })));
  const ticks = rateTicks(top);
  const colourOf = (colours: Record<"everyone" | "measured", string>) => (row: Row) =>
    row.kind === "published" ? "var(--reference)" : colours[row.kind];
  return Plot.plot({
    document,
    width,
    height: rows.length * ROW + 36,
    marginLeft: 14,
    marginRight: 92,
    marginTop: 6,
    marginBottom: 28,
    x: { domain: [0, top] },
    y: { type: "band", domain: rows.map(({ key }) => key), padding: 0, axis: null },
    marks: [
      Plot.gridX(ticks, { stroke: "var(--grid)", strokeOpacity: 1 }),
      Plot.axisX(ticks, {
        tickFormat: (value: number) => `${100 * value}%`,
        tickSize: 0,
        label: null,
        fontSize: 13,
        textAnchor: "middle",
        dx: 0,
      }),
      names(ours, 650),
      names(published, 400),
      Plot.ruleY(ours, {
        y: "key",
        x1: "low",
        x2: "high",
        dy: BELOW_NAME,
        stroke: colourOf(SOFT),
        strokeWidth: 9,
        strokeLinecap: "round",
      }),
      Plot.dot(ours, {
        y: "key",
        x: "value",
        dy: BELOW_NAME,
        r: 4.5,
        fill: colourOf(COLOUR),
        stroke: "var(--paper)",
      }),
      Plot.ruleY(
        published.filter(({ low, high }) => low < high),
        { y: "key", x1: "low", x2: "high", dy: BELOW_NAME, stroke: "var(--reference)", strokeWidth: 2.5 },
      ),
      Plot.dot(
        published.flatMap((row) => [row.low, row.high].map((x) => ({ key: row.key, x }))),
        {
          y: "key",
          x: "x",
          dy: BELOW_NAME,
          r: 5,
          symbol: "diamond",
          fill: "var(--paper)",
          stroke: "var(--reference)",
          strokeWidth: 1.8,
        },
      ),
      Plot.text(rows, {
        y: "key",
        text: "figure",
        frameAnchor: "right",
        textAnchor: "end",
        dx: 88,
        dy: BELOW_NAME,
        fontSize: 13,
        fontWeight: 600,
        fill: "var(--ink)",
      }),
    ],
  });
}

/** Names above their marks. */
const names = (rows: readonly (Row & { key: string })[], fontWeight: number) =>
  Plot.text(rows, {
    y: "key",
    text: "name",
    frameAnchor: "left",
    textAnchor: "start",
    dx: -12,
    dy: -9,
    fontSize: 13,
    fill: "var(--ink)",
    fontWeight,
    stroke: "var(--paper)",
    strokeWidth: 4,
  });
