import { type Direction, type Drawing, drawingsOf, type Mark } from "./drawing.ts";
import { type Axis, axisOf, numberOf } from "./drawing_axis.ts";
import { scanSparkline, scanStrip } from "./scan_small_drawings.ts";
import { has, sorted } from "./sorted.ts";
import type { Triple } from "./triple.ts";

/** The numbers that the drawings of a page may rest on. */
export interface Drawable {
  /** Every released number, and the numbers that are of no person: thresholds, targets, figures of others. */
  values: readonly number[];
  /** Released shares with their ends; each of one row. */
  triples: readonly Triple[];
}

/** What is wrong with the drawings of a page: one line for each mark that stands where no released number puts it. */
export function scanDrawings(page: string, drawable: Drawable): { marks: number; findings: string[] } {
  const drawings = drawingsOf(page).filter(({ marks, kind }) => marks.length > 0 && kind !== "");
  const known = sorted(drawable.values);
  return {
    marks: drawings.reduce((total, { marks }) => total + marks.length, 0),
    findings: drawings.flatMap((drawing) => scanDrawing(drawing, known, drawable)),
  };
}

function scanDrawing(drawing: Drawing, known: readonly number[], drawable: Drawable): string[] {
  if (drawing.kind === "sparkline") return scanSparkline(drawing, known);
  if (drawing.kind.startsWith("strip")) return scanStrip(drawing, drawable.triples);
  const axes = { x: axisOf(drawing, "x"), y: axisOf(drawing, "y") };
  if (!axes.x && !axes.y) return scanBars(drawing);
  return (["x", "y"] as const).flatMap((direction) => {
    const axis = axes[direction];
    return axis ? onAxis(drawing, direction, axis, known) : inSteps(drawing, direction);
  });
}

/** Along an axis each mark stands at a released number, at a mark of the axis or at an end of the picture; stacked bars have its length. */
function onAxis({ marks }: Drawing, direction: Direction, axis: Axis, known: readonly number[]): string[] {
  const ends = sharedEnds(marks, direction);
  const told = (at: number, within: number) => {
    const value = (at - axis.zero) / axis.unit;
    const reach = within / Math.abs(axis.unit);
    return has(known, value, reach) || has(known, value / 100, reach / 100);
  };
  const stands = (at: number, within: number) =>
    told(at, within) || has(axis.ticks, at, 1e-6) || ends.has(round(at));
  const bars = marks.filter(({ shape }) => shape.startsWith("rect"));
  const starts = new Set([round(axis.zero), ...bars.flatMap((bar) => bar[direction].map(round))]);
  const isStacked = ({ shape, [direction]: [from = 0, to = from], within }: Mark) =>
    shape.startsWith("rect") &&
    starts.has(round(from)) &&
    starts.has(round(to)) &&
    told(axis.zero + Math.sign(axis.unit) * Math.abs(to - from), within);
  return marks
    .filter((mark) => !isStacked(mark) && !mark[direction].every((at) => stands(at, mark.within)))
    .map(({ shape }) => `a ${shape} stands at no released number along ${direction}`);
}

/** Where an axis holds names, marks of one kind stand in equal steps. */
function inSteps({ marks, labels }: Drawing, direction: Direction): string[] {
  const ends = sharedEnds(marks, direction);
  const kinds = new Map<string, number[]>();
  const add = (kind: string, at: number) => kinds.set(kind, [...(kinds.get(kind) ?? []), at]);
  for (const { shape, [direction]: places } of marks)
    for (const [end, at] of places.entries()) if (!ends.has(round(at))) add(`${shape}${end}`, at);
  for (const label of labels) add(`text${label.layer}`, label[direction]);
  const lists = [...kinds].map(([kind, places]) => [kind, distinct(places)] as const);
  const gaps = lists.flatMap(([, places]) =>
    places.slice(1).map((place, before) => place - (places[before] ?? 0)),
  );
  const step = Math.min(...gaps) / 2;
  return lists
    .filter(
      ([kind, places]) =>
        !kind.startsWith("text") && places.some((place) => !isMultiple(place - (places[0] ?? 0), step)),
    )
    .map(([kind]) => `a ${kind} stands between the steps along ${direction}`);
}

/** Bars without an axis: on a scale where the longest is a number beside them, all are such numbers, or what is left of one when those after it are taken away. */
function scanBars({ marks, labels }: Drawing): string[] {
  const numbers = labels.flatMap(({ text }) => numberOf(text.replace(/^− (\d+).*$/, "$1")) ?? []);
  const bars = marks.filter(({ shape }) => shape.startsWith("rect") && !shape.endsWith("track"));
  const zero = Math.min(...bars.flatMap(({ x }) => x));
  const longest = Math.max(...bars.map(({ x: [, to = 0] }) => to - zero));
  const known = sorted([0, ...numbers.flatMap((_, from) => leftAfter(numbers.slice(from)))]);
  const strange = (unit: number) =>
    bars.filter(
      ({ x, within }) => !x.every((at) => has(known, (at - zero) / unit, Math.max(within, 0.06) / unit)),
    );
  const scales =
    longest < 0.01 ? [1] : numbers.filter((number) => number > 0).map((number) => longest / number);
  const found = scales.map(strange).sort((a, b) => a.length - b.length)[0] ?? bars;
  return found.map(({ shape }) => `a ${shape} is as long as no number beside it`);
}

/** A number, and what is left of it when those after it are taken away one by one. */
function leftAfter([first = 0, ...losses]: readonly number[]): number[] {
  let left = first;
  return [left, ...losses.map((loss) => (left = Math.max(0, left - loss)))];
}

/** Places at which two lines or more end: the edges of the picture. */
function sharedEnds(marks: readonly Mark[], direction: Direction): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { shape, [direction]: places } of marks)
    if (shape === "line" && places[0] !== places[1])
      for (const at of places) counts.set(round(at), (counts.get(round(at)) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > 1).map(([at]) => at));
}

const round = (at: number): number => Math.round(at * 1e3) / 1e3;

const distinct = (places: readonly number[]): number[] =>
  sorted(places).filter((place, at, all) => at === 0 || place - (all[at - 1] ?? 0) > 0.01);

const isMultiple = (distance: number, step: number): boolean =>
  Math.abs(distance / step - Math.round(distance / step)) * step < 0.02;
