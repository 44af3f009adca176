import * as Plot from "@observablehq/plot";
import type { FlowRow } from "./flow.ts";
import { shortPeriod } from "./formats.ts";

const FONT = 13;

/** Who is drawn, and how: those who wait as a filled area, those who come and are taken on as lines. */
export interface DrawnFlow {
  title: string;
  shape: "waiting" | "referred" | "enrolled";
  rows: readonly FlowRow[];
}

const STROKES = { waiting: "var(--result)", referred: "var(--ink)", enrolled: "var(--reference)" } as const;

/** Flows of people month by month from zero on one scale; a line breaks where a number is hidden. */
export function drawBacklog(document: Document, width: number, flows: readonly DrawnFlow[]): Element {
  const months = (flows[0]?.rows ?? []).map(shortPeriod);
  const top = Math.max(10, ...flows.flatMap(({ rows }) => rows.map(({ people }) => people ?? 0))) * 1.1;
  const drawn = (rows: readonly FlowRow[]) =>
    rows.map((row) => ({ month: shortPeriod(row), people: row.people ?? Number.NaN }));
  const every = Math.max(1, Math.ceil(months.length / 5));
  return Plot.plot({
    document,
    width,
    height: 250,
    marginLeft: 44,
    marginRight: 22,
    marginBottom: 34,
    marginTop: 12,
    x: { type: "point", domain: months, padding: 0.5 },
    y: { domain: [0, top] },
    marks: [
      Plot.gridY({ ticks: 4, stroke: "var(--grid)", strokeOpacity: 1 }),
      Plot.axisY({ ticks: 4, tickSize: 0, label: null, fontSize: FONT }),
      Plot.axisX(
        months.filter((_, i) => (months.length - 1 - i) % every === 0),
        { tickSize: 4, label: null, fontSize: FONT },
      ),
      ...flows.flatMap(({ shape, rows }) => [
        shape === "waiting"
          ? Plot.areaY(drawn(rows), { x: "month", y1: 0, y2: "people", fill: "var(--result-soft)" })
          : null,
        Plot.line(drawn(rows), {
          x: "month",
          y: "people",
          stroke: STROKES[shape],
          strokeWidth: 1.75,
          strokeDasharray: shape === "enrolled" ? "5 4" : undefined,
        }),
      ]),
      Plot.ruleY([0], { stroke: "var(--axis)" }),
    ],
  });
}
