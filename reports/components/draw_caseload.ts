import * as Plot from "@observablehq/plot";
import { count } from "./formats.ts";
import { STRINGS } from "./strings.ts";

const ROW = 35;
const BELOW_NAME = 8;

/** Clinics side by side on one scale from zero, each a dot on its caseload, before the published range as a band. */
export function drawCaseload(
  document: Document,
  width: number,
  {
    rows,
    range: [low, high],
  }: { rows: readonly { name: string; per_fte: number | null }[]; range: readonly [number, number] },
): Element {
  const keyed = rows.map((row, i) => ({ key: String(i), ...row }));
  const top = Math.max(high, ...rows.map(({ per_fte }) => per_fte ?? 0)) * 1.15;
  const text = { y: "key", dy: BELOW_NAME, fontSize: 13 } as const;
  return Plot.plot({
    document,
    width,
    height: rows.length * ROW + 40,
    marginLeft: 14,
    marginRight: 48,
    marginTop: 8,
    marginBottom: 28,
    x: { domain: [0, top] },
    y: { type: "band", domain: keyed.map(({ key }) => key), padding: 0, axis: null },
    marks: [
      Plot.rect([{}], { x1: low, x2: high, fill: "var(--grid)" }),
      Plot.axisX({ ticks: 5, tickSize: 0, label: null, fontSize: 13 }),
      Plot.text(keyed, {
        y: "key",
        text: "name",
        textAnchor: "start",
        frameAnchor: "left",
        dx: -12,
        dy: -9,
        lineWidth: width / 15,
        textOverflow: "ellipsis",
        fill: "var(--ink)",
        fontSize: 13,
        stroke: "var(--paper)",
        strokeWidth: 4,
      }),
      Plot.ruleY(keyed, {
        y: "key",
        x1: 0,
        x2: ({ per_fte }) => per_fte ?? 0,
        dy: BELOW_NAME,
        stroke: "var(--result-soft)",
        strokeWidth: 3,
      }),
      Plot.dot(
        keyed.filter(({ per_fte }) => per_fte !== null),
        { y: "key", x: "per_fte", dy: BELOW_NAME, r: 4.5, fill: "var(--result)", stroke: "var(--paper)" },
      ),
      Plot.text(keyed, {
        ...text,
        frameAnchor: "right",
        dx: 44,
        textAnchor: "end",
        text: ({ per_fte }) =>
          per_fte === null ? STRINGS.planners.caseload.notKnown : count(Math.round(per_fte)),
        fill: "var(--ink)",
        fontWeight: 600,
      }),
    ],
  });
}
