import * as Plot from "@observablehq/plot";
import { STRINGS } from "./strings.ts";
import { MODEL_STRINGS } from "./strings_models.ts";

/** A group's ratio and its interval; null where it is hidden. */
export interface NamedRatio {
  name: string;
  ratio: number | null;
  lower: number | null;
  upper: number | null;
}

const ROW = 35;
const BELOW_NAME = 8;
const FONT = 13;

/** Ratios one below the other, each a dot in its 95 % interval, with a dashed line at 1. A ratio that is hidden says so in its row. */
export function drawRatios(document: Document, width: number, ratios: readonly NamedRatio[]): Element {
  const rows = ratios.map((row, at) => ({ ...row, key: String(at) }));
  const shown = rows.filter(({ ratio }) => ratio !== null);
  const top = Math.max(2, ...shown.map(({ upper }) => Math.ceil(2 * (upper ?? 0)) / 2));
  const ticks = [0, 1, top];
  return Plot.plot({
    document,
    width,
    height: rows.length * ROW + 40,
    marginLeft: 14,
    marginRight: 48,
    marginTop: 8,
    marginBottom: 28,
    x: { domain: [0, top] },
    y: { type: "band", domain: rows.map(({ key }) => key), padding: 0, axis: null },
    marks: [
      Plot.gridX(ticks, { stroke: "var(--grid)", strokeOpacity: 1 }),
      Plot.ruleX([1], { stroke: "var(--reference)", strokeDasharray: "5 4", strokeWidth: 1.5 }),
      Plot.axisX(ticks, {
        tickFormat: (ratio: number) => (ratio === 1 ? MODEL_STRINGS.adjusted.one : String(ratio)),
        tickSize: 0,
        label: null,
        fontSize: FONT,
      }),
      Plot.text(rows, {
        y: "key",
        text: "name",
        frameAnchor: "left",
        textAnchor: "start",
        dx: -12,
        dy: -9,
        lineWidth: width / 15,
        textOverflow: "ellipsis",
        fontSize: FONT,
        fill: "var(--ink)",
        stroke: "var(--paper)",
        strokeWidth: 4,
      }),
      Plot.ruleY(shown, {
        y: "key",
        x1: "lower",
        x2: "upper",
        dy: BELOW_NAME,
        stroke: "var(--result-soft)",
        strokeWidth: 9,
        strokeLinecap: "round",
      }),
      Plot.dot(shown, {
        y: "key",
        x: "ratio",
        dy: BELOW_NAME,
        r: 4.5,
        fill: "var(--result)",
        stroke: "var(--paper)",
      }),
      Plot.text(rows, {
        y: "key",
        text: ({ ratio }) => (ratio === null ? `× ${STRINGS.status.suppressed}` : ratio.toFixed(2)),
        frameAnchor: "right",
        textAnchor: "end",
        dx: 44,
        dy: BELOW_NAME,
        fontSize: FONT,
        fontWeight: 600,
        fill: "var(--ink)",
      }),
    ],
  });
}
