import * as Plot from "@observablehq/plot";
import { count } from "./formats.ts";
import type { Step } from "./release.ts";
import { named, STRINGS } from "./strings.ts";

/** Totals in the colours they have everywhere; a step that is not a total is a loss. */
const COLOURS: Readonly<Record<string, string>> = {
  all: "var(--people)",
  denominator: "var(--people)",
  observed: "var(--follow-up)",
  numerator: "var(--result)",
};

/** One bar of a waterfall: totals start at zero, losses hang from the total before them. Null ends: hidden. */
interface Bar {
  step: string;
  name: string;
  kind: "total" | "loss";
  units: number | null;
  from: number | null;
  to: number | null;
}

/** Where each bar lies. A loss after a hidden one has no place of its own until the next total. */
export function bars(steps: readonly Step[]): Bar[] {
  let left: number | null = null;
  return steps.map(({ step, units }) => {
    const bar = { step, name: named(STRINGS.steps, step), units };
    if (step in COLOURS) {
      left = units;
      return { ...bar, kind: "total", from: units === null ? null : 0, to: units };
    }
    const to = units === null ? null : left;
    left = left === null || units === null ? null : Math.max(0, left - units);
    return { ...bar, kind: "loss", from: to === null ? null : left, to };
  });
}

const ROW = 34;

/** From everyone to those who met the measure, one bar per step under its name. */
export function drawWaterfall(document: Document, width: number, steps: readonly Step[]): Element {
  const rows = bars(steps).map((bar, i) => ({ ...bar, key: String(i) }));
  const drawn = rows.filter(({ from, to }) => from !== null && to !== null);
  const most = Math.max(1, ...rows.map(({ to }) => to ?? 0));
  const label = ({ units }: Bar) => (units === null ? `× ${STRINGS.status.suppressed}` : count(units));
  return Plot.plot({
    document,
    width,
    height: rows.length * ROW + 8,
    marginLeft: 2,
    marginRight: 68,
    marginTop: 4,
    marginBottom: 4,
    x: { domain: [0, most], axis: null },
    y: { type: "band", domain: rows.map(({ key }) => key), padding: 0, axis: null },
    marks: [
      Plot.barX(drawn, {
        y: "key",
        x1: "from",
        x2: "to",
        insetTop: 18,
        insetBottom: 4,
        rx: 2,
        fill: ({ step }: Bar) => COLOURS[step] ?? "var(--loss)",
      }),
      Plot.text(rows, {
        y: "key",
        text: "name",
        frameAnchor: "left",
        textAnchor: "start",
        dx: 0,
        dy: -9,
        fill: ({ kind }: Bar) => (kind === "total" ? "var(--ink)" : "var(--muted)"),
        fontSize: 13,
      }),
      Plot.text(rows, {
        y: "key",
        x: ({ to }: Bar) => to ?? 0,
        text: label,
        textAnchor: "start",
        dx: 7,
        dy: 8,
        fill: ({ units }: Bar) => (units === null ? "var(--muted)" : "var(--ink)"),
        fontSize: 13,
      }),
    ],
  });
}
