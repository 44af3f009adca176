import * as Plot from "@observablehq/plot";
import { percent, rateTicks, scaleTop } from "./formats.ts";
import type { Cell } from "./release.ts";
import { absence, isReadable } from "./sentences.ts";
import { STRINGS } from "./strings.ts";

/** One group of a comparison: a clinic, or a level of a stratum. */
export interface Group {
  name: string;
  cell: Cell;
}

const ROW = 35;
/** A name stands above its mark. */
const BELOW_NAME = 8;
const SYMBOLS = { suppressed: "×", no_value: "–", pending: "○" } as const;

/**
 * Groups side by side, each a dot in its 95 % interval on one scale from 0 %, with the programme's figure as a dashed
 * line. A group without a number says why in its own row.
 */
export function drawGroups(
  document: Document,
  width: number,
  { groups, reference }: { groups: readonly Group[]; reference: Cell | undefined },
): Element {
  const rows = groups.map(({ name, cell }, i) => ({ key: String(i), name, cell }));
  const shown = rows.filter(({ cell }) => isReadable(cell));
  const absent = rows.filter(({ cell }) => !isReadable(cell));
  const top = scaleTop(groups.map(({ cell }) => cell));
  const ticks = rateTicks(top);
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
      Plot.axisX(ticks, {
        tickFormat: (value: number) => `${100 * value}%`,
        tickSize: 0,
        label: null,
        fontSize: 13,
        textAnchor: "middle",
        dx: 0,
      }),
      isReadable(reference)
        ? Plot.ruleX([reference.value], {
            stroke: "var(--reference)",
            strokeDasharray: "5 4",
            strokeWidth: 1.5,
          })
        : null,
      Plot.text(rows, {
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
      Plot.ruleY(shown, {
        y: "key",
        x1: ({ cell }) => cell.lower,
        x2: ({ cell }) => cell.upper,
        dy: BELOW_NAME,
        stroke: "var(--result-soft)",
        strokeWidth: 9,
        strokeLinecap: "round",
      }),
      Plot.dot(shown, {
        y: "key",
        x: ({ cell }) => cell.value,
        dy: BELOW_NAME,
        r: 4.5,
        fill: "var(--result)",
        stroke: "var(--paper)",
      }),
      Plot.text(shown, {
        y: "key",
        frameAnchor: "right",
        dx: 44,
        dy: BELOW_NAME,
        textAnchor: "end",
        text: ({ cell }) => percent(cell.value ?? 0, cell.denominator ?? 0),
        fill: "var(--ink)",
        fontSize: 13,
        fontWeight: 600,
      }),
      Plot.text(absent, {
        y: "key",
        frameAnchor: "left",
        dx: 2,
        dy: BELOW_NAME,
        textAnchor: "start",
        text: ({ cell }: Group) => whyNot(cell),
        fill: "var(--muted)",
        fontSize: 13,
        fontStyle: "italic",
      }),
    ],
  });
}

function whyNot(cell: Cell): string {
  const why = absence(cell);
  return why ? `${SYMBOLS[why]} ${STRINGS.status[why]}` : "";
}
