import * as Plot from "@observablehq/plot";
import { MODEL_STRINGS } from "./strings_models.ts";

/** What was expected of a group and what was observed, as shares, with the interval of the observed one. */
export interface Promise {
  expected_value: number;
  value: number;
  lower: number;
  upper: number;
}

const FONT = 13;

/** Observed against expected shares, each a dot in its 95 % interval; on the dashed line they are the same. */
export function drawCalibration(document: Document, width: number, promises: readonly Promise[]): Element {
  const largest = Math.max(0, ...promises.flatMap(({ upper, expected_value }) => [upper, expected_value]));
  const top = Math.min(1, Math.ceil(10 * largest) / 10);
  const ticks = [0, top / 2, top];
  const axis = {
    tickFormat: (share: number) => `${Math.round(100 * share)}%`,
    tickSize: 0,
    label: null,
    fontSize: FONT,
  };
  const { across, up } = MODEL_STRINGS.calibration;
  return Plot.plot({
    document,
    width,
    height: 300,
    marginLeft: 46,
    marginRight: 24,
    marginTop: 26,
    marginBottom: 46,
    x: { domain: [0, top] },
    y: { domain: [0, top] },
    marks: [
      Plot.gridX(ticks, { stroke: "var(--grid)", strokeOpacity: 1 }),
      Plot.gridY(ticks, { stroke: "var(--grid)", strokeOpacity: 1 }),
      Plot.axisX(ticks, axis),
      Plot.axisY(ticks, axis),
      Plot.line(
        [
          [0, 0],
          [top, top],
        ],
        { stroke: "var(--reference)", strokeDasharray: "5 4", strokeWidth: 1.5 },
      ),
      Plot.ruleX(promises, {
        x: "expected_value",
        y1: "lower",
        y2: "upper",
        stroke: "var(--result-soft)",
        strokeWidth: 7,
        strokeLinecap: "round",
      }),
      Plot.dot(promises, {
        x: "expected_value",
        y: "value",
        r: 4.5,
        fill: "var(--result)",
        stroke: "var(--paper)",
      }),
      Plot.text([across], { frameAnchor: "bottom-right", dy: 38, fontSize: FONT, fill: "var(--muted)" }),
      Plot.text([up], { frameAnchor: "top-left", dx: -40, dy: -20, fontSize: FONT, fill: "var(--muted)" }),
    ],
  });
}
