import * as Plot from "@observablehq/plot";
import { isRead, type Point } from "./curves.ts";
import { count, rateTicks } from "./formats.ts";
import { STRINGS } from "./strings.ts";

const FONT = 13;

/**
 * The share who have had the event by each time that is read, as a step curve with 95 % intervals, and below it how many are
 * still watched then. A curve ends at the last time that can be read. Everyone's may stand behind a group's.
 */
export function drawCurve(
  document: Document,
  width: number,
  { points, reference = [] }: { points: readonly Point[]; reference?: readonly Point[] },
): Element {
  const isPanel = width < 400;
  const read = points.filter(isRead);
  const labels = labelsOf(points, isPanel ? 3 : 5);
  const below = { frameAnchor: "bottom", fontSize: FONT } as const;
  const curve = { x: "time", y: "share", curve: "step-after" } as const;
  return Plot.plot({
    document,
    width,
    height: isPanel ? 220 : 270,
    marginLeft: 44,
    marginRight: 22,
    marginTop: 12,
    marginBottom: 74,
    x: { domain: [0, points.at(-1)?.time ?? 1] },
    y: { domain: [0, 1] },
    marks: [
      Plot.gridY(rateTicks(1), { stroke: "var(--grid)", strokeOpacity: 1 }),
      Plot.axisY(rateTicks(1), {
        tickFormat: (value: number) => `${100 * value}%`,
        tickSize: 0,
        label: null,
        fontSize: FONT,
      }),
      Plot.axisX(
        labels.map(({ time }) => time),
        { tickFormat: (time: number) => String(time), tickSize: 4, label: null, fontSize: FONT },
      ),
      Plot.ruleY([0], { stroke: "var(--axis)" }),
      Plot.line(fromStart(reference), {
        ...curve,
        stroke: "var(--reference)",
        strokeDasharray: "5 4",
        strokeWidth: 1.5,
      }),
      Plot.ruleX(
        read.filter(({ lower }) => lower !== null),
        {
          x: "time",
          y1: "lower",
          y2: "upper",
          stroke: "var(--result-soft)",
          strokeWidth: isPanel ? 6 : 9,
          strokeLinecap: "round",
        },
      ),
      Plot.line(fromStart(points), { ...curve, stroke: "var(--result)", strokeWidth: 1.75 }),
      Plot.dot(read, { x: "time", y: "share", r: 3, fill: "var(--result)", stroke: "var(--paper)" }),
      Plot.text([STRINGS.survival.stillWatched], {
        ...below,
        frameAnchor: "bottom-left",
        dx: -40,
        dy: 48,
        fill: "var(--muted)",
      }),
      Plot.text(labels, { ...below, x: "time", dy: 66, text: "watched", fill: "var(--ink)" }),
    ],
  });
}

/** From nobody at the start through every point that can be read. */
function fromStart(points: readonly Point[]): { time: number; share: number }[] {
  const read = points.filter(isRead);
  return read.length === 0 ? [] : [{ time: 0, share: 0 }, ...read];
}

/** The start and at most `most` later times, far enough apart to be written side by side, the last among them. */
function labelsOf(points: readonly Point[], most: number): { time: number; watched: string }[] {
  const gap = ((points.at(-1)?.time ?? 0) / most) * 0.65;
  const kept: Point[] = [];
  for (const point of points.toReversed()) {
    const next = kept[0]?.time ?? Number.POSITIVE_INFINITY;
    if (next - point.time >= gap && point.time >= gap) kept.unshift(point);
  }
  const written = (people: number | null | undefined) => (people == null ? "×" : count(people));
  return [
    { time: 0, watched: written(points[0]?.people) },
    ...kept.map(({ time, at_risk }) => ({ time, watched: written(at_risk) })),
  ];
}
