import * as Plot from "@observablehq/plot";
import { sort } from "d3";
import { TARGET_LINE } from "./draw_over_time.ts";
import { rateTicks, scaleTop } from "./formats.ts";
import type { Release } from "./release.ts";

export type FunnelPoint = Release["funnels"][number];

/** Whether a clinic lies outside the outer limits for its size. */
export const isOutside = ({ value, lower_998, upper_998 }: FunnelPoint): boolean =>
  value < lower_998 || value > upper_998;

/**
 * The clinics by how many people they count, within the 95 % and 99.8 % limits for their size; those outside the outer ones are
 * diamonds with their name. Limits are drawn through each clinic's own.
 */
export function drawFunnel(
  document: Document,
  width: number,
  {
    points,
    nameOf,
    target,
  }: {
    points: readonly FunnelPoint[];
    nameOf: (clinic: string) => string;
    target?: number | undefined;
  },
): Element {
  const rows = sort(points, ({ denominator }) => denominator);
  const reach = rows.map(({ value, upper_998 }) => ({ upper: Math.max(value, upper_998) }));
  const top = scaleTop([...reach, { upper: target ?? null }]);
  const ticks = rateTicks(top);
  const most = rows.at(-1)?.denominator ?? 1;
  const limit = (y: keyof FunnelPoint, dash: string) =>
    Plot.line(rows, {
      x: "denominator",
      y,
      stroke: "var(--reference)",
      strokeDasharray: dash,
      curve: "monotone-x",
    });
  return Plot.plot({
    document,
    width,
    height: 250,
    marginLeft: 44,
    marginRight: 24,
    marginBottom: 40,
    marginTop: 18,
    x: { domain: [0, most * 1.06], label: null },
    y: { domain: [0, top] },
    marks: [
      Plot.gridY(ticks, { stroke: "var(--grid)", strokeOpacity: 1 }),
      Plot.axisY(ticks, {
        tickFormat: (value: number) => `${100 * value}%`,
        tickSize: 0,
        label: null,
        fontSize: 13,
      }),
      Plot.axisX({ ticks: 4, tickSize: 4, label: null, fontSize: 13 }),
      Plot.ruleY([0], { stroke: "var(--axis)" }),
      target === undefined ? null : Plot.ruleY([target], TARGET_LINE),
      Plot.line(rows, { x: "denominator", y: "centre", stroke: "var(--reference)" }),
      limit("lower_95", "2 3"),
      limit("upper_95", "2 3"),
      limit("lower_998", "6 4"),
      limit("upper_998", "6 4"),
      Plot.dot(
        rows.filter((row) => !isOutside(row)),
        { x: "denominator", y: "value", r: 4, fill: "var(--result)", stroke: "var(--paper)" },
      ),
      Plot.dot(rows.filter(isOutside), {
        x: "denominator",
        y: "value",
        r: 6,
        symbol: "diamond",
        fill: "var(--ink)",
        stroke: "var(--paper)",
      }),
      Plot.text(rows.filter(isOutside), {
        x: "denominator",
        y: "value",
        dy: -13,
        text: ({ clinic_id }: FunnelPoint) => nameOf(clinic_id),
        textAnchor: "middle",
        lineWidth: 14,
        textOverflow: "ellipsis",
        fill: "var(--ink)",
        fontSize: 13,
        stroke: "var(--paper)",
        strokeWidth: 4,
      }),
    ],
  });
}
