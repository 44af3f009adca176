import * as Plot from "@observablehq/plot";
import { percent, quarters, scaleTop } from "./formats.ts";
import type { Cell } from "./release.ts";
import { absence, isReadable } from "./sentences.ts";
import { STRINGS } from "./strings.ts";

/** One group of a comparison: a clinic, or a level of a stratum. */
export interface Group {
  name: string;
  cell: Cell;
}

const ROW = { wide: 30, narrow: 46 } as const;

/**
 * Groups side by side, each a dot in its 95 % interval on one 0 to 100 % scale, with the programme's figure as a dashed
 * line. A group without a number says why in its own row.
 */
export function drawGroups(
  document: Document,
  width: number,
  { groups, reference }: { groups: readonly Group[]; reference: Cell | undefined },
): Element {
  const narrow = width < 500;
  const rows = groups.map(({ name, cell }, i) => ({ key: String(i), name, cell }));
  const shown = rows.filter(({ cell }) => isReadable(cell));
  const top = scaleTop(groups.map(({ cell }) => cell));
  const ticks = quarters(top);
  const names = {
    y: "key",
    text: "name",
    textAnchor: "start",
    fill: "var(--ink)",
    fontSize: narrow ? 13 : 14,
  } as const;
  return Plot.plot({
    document,
    width,
    height: rows.length * (narrow ? ROW.narrow : ROW.wide) + 44,
    marginLeft: narrow ? 14 : 210,
    marginRight: narrow ? 46 : 56,
    marginTop: 10,
    marginBottom: 30,
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
      narrow
        ? Plot.text(rows, {
            ...names,
            frameAnchor: "left",
            dx: -12,
            dy: -12,
            lineWidth: 24,
            textOverflow: "ellipsis",
            stroke: "var(--paper)",
            strokeWidth: 4,
          })
        : Plot.text(rows, {
            ...names,
            frameAnchor: "left",
            dx: -206,
            lineWidth: 15,
            textOverflow: "ellipsis",
          }),
      Plot.ruleY(shown, {
        y: "key",
        x1: ({ cell }) => cell.lower,
        x2: ({ cell }) => cell.upper,
        dy: narrow ? 8 : 0,
        stroke: "var(--result-soft)",
        strokeWidth: 10,
        strokeLinecap: "round",
      }),
      Plot.dot(shown, {
        y: "key",
        x: ({ cell }) => cell.value,
        dy: narrow ? 8 : 0,
        r: 5,
        fill: "var(--result)",
        stroke: "var(--paper)",
      }),
      Plot.text(shown, {
        y: "key",
        frameAnchor: "right",
        dx: narrow ? 42 : 52,
        dy: narrow ? 8 : 0,
        textAnchor: "end",
        text: ({ cell }) => percent(cell.value ?? 0, cell.denominator ?? 0),
        fill: "var(--ink)",
        fontSize: 14,
        fontWeight: 600,
      }),
      Plot.text(
        rows.filter(({ cell }) => !isReadable(cell)),
        {
          y: "key",
          frameAnchor: "left",
          dx: 6,
          dy: narrow ? 8 : 0,
          textAnchor: "start",
          text: ({ cell }: Group) => whyNot(cell),
          fill: "var(--muted)",
          fontSize: 13,
          fontStyle: "italic",
        },
      ),
    ],
  });
}

function whyNot(cell: Cell): string {
  const why = absence(cell);
  return why ? `${SYMBOLS[why]} ${STRINGS.status[why]}` : "";
}

const SYMBOLS = { suppressed: "×", no_value: "–", pending: "○" } as const;
