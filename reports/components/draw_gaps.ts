import * as Plot from "@observablehq/plot";
import { inPatients } from "./gap_sentences.ts";
import { type Gap, isRead } from "./gaps.ts";
import { STRINGS } from "./strings.ts";
import { EQUITY_STRINGS as words } from "./strings_equity.ts";

/** A group and its gap on one measure. */
export interface NamedGap {
  name: string;
  gap: Gap;
}

const ROW = 38;
const BELOW_NAME = 9;
const FONT = 13;

/**
 * Groups one below the other: the difference of each from everyone else in points, a dot in its 95 % interval around a line
 * at no difference. Filled where it is clear, hollow where it is not. A group without a number says why in its own row.
 */
export function drawGaps(
  document: Document,
  width: number,
  { rows: named, reach }: { rows: readonly NamedGap[]; reach: number },
): Element {
  const rows = named.map(({ name, gap }, at) => ({ key: String(at), name, gap, says: label(gap) }));
  const read = rows.flatMap(({ gap, ...row }) =>
    isRead(gap)
      ? [
          {
            ...row,
            x: 100 * gap.difference,
            x1: Math.max(-reach, 100 * gap.difference_lower),
            x2: Math.min(reach, 100 * gap.difference_upper),
            isClear: gap.finding !== "no_clear_difference",
          },
        ]
      : [],
  );
  const ticks = [-reach, 0, reach];
  return Plot.plot({
    document,
    width,
    height: rows.length * ROW + 34,
    marginLeft: 14,
    marginRight: 14,
    marginTop: 6,
    marginBottom: 28,
    x: { domain: [-reach, reach] },
    y: { type: "band", domain: rows.map(({ key }) => key), padding: 0, axis: null },
    marks: [
      Plot.gridX(ticks, { stroke: "var(--grid)", strokeOpacity: 1 }),
      Plot.ruleX([0], { stroke: "var(--reference)", strokeDasharray: "5 4", strokeWidth: 1.5 }),
      Plot.axisX(ticks, {
        tickFormat: (points: number) => words.axis(points),
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
        dy: -10,
        lineWidth: width / 22,
        textOverflow: "ellipsis",
        fontSize: FONT,
        fill: "var(--ink)",
        stroke: "var(--paper)",
        strokeWidth: 4,
      }),
      Plot.text(rows, {
        y: "key",
        text: "says",
        frameAnchor: "right",
        textAnchor: "end",
        dx: 12,
        dy: -10,
        fontSize: FONT,
        fill: "var(--muted)",
        stroke: "var(--paper)",
        strokeWidth: 4,
      }),
      Plot.ruleY(read, {
        y: "key",
        x1: "x1",
        x2: "x2",
        dy: BELOW_NAME,
        stroke: "var(--result-soft)",
        strokeWidth: 8,
        strokeLinecap: "round",
      }),
      Plot.dot(read, {
        y: "key",
        x: "x",
        dy: BELOW_NAME,
        r: 4.5,
        fill: ({ isClear }) => (isClear ? "var(--result)" : "var(--paper)"),
        stroke: "var(--result)",
        strokeWidth: 1.6,
      }),
    ],
  });
}

function label(gap: Gap): string {
  if (isRead(gap)) return inPatients(gap);
  return gap.status === "shown" ? words.notCompared : STRINGS.status[gap.status];
}
