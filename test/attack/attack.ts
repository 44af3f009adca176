import { group, sort } from "d3";
import { invert } from "./invert.ts";
import type { Bounds } from "./knowledge.ts";
import { type Friend, learn } from "./learn.ts";
import { learnMeans } from "./learn_means.ts";
import { learnWaterfall, stepNamer } from "./learn_waterfall.ts";
import { propagate } from "./propagate.ts";
import { type Published, readPublished } from "./read_published.ts";
import { type Memory, remember } from "./remember.ts";
import { sharpen } from "./sharpen.ts";
import { isOverall, namer, type Row, series, type Unknowns } from "./unknowns.ts";
import { covers } from "./wholes.ts";

/** What an outsider can work out from a release. */
export interface Attack {
  /** The bounds of every unknown by name. */
  bounds: ReadonlyMap<string, Readonly<Bounds>>;
  /** The names of the unknowns of each row of cells.csv, and of each row of waterfall.csv, in their order. */
  cells: Unknowns[];
  steps: string[];
  /** Unknowns whose zero is published: of everyone, of people whose windows have not closed, or of a part of those. */
  open: ReadonlySet<string>;
  /** Unknowns that may be small, are not published, and have fewer than five values left. */
  cornered: string[];
}

/** Fewer values left than this is too few. */
const CANDIDATES = 5;

/**
 * Attacks a release folder with bounds: the rounding and hiding rules, every sum, difference, rate and interval, until nothing moves;
 * then with earlier releases; then the narrowest of what is left, as many as `programs`, by linear programs over everything at once.
 */
export function attack(
  dir: string,
  friend: Friend,
  { programs = 0, earlier = [] }: { programs?: number; earlier?: readonly Memory[] } = {},
): Attack {
  const published = readPublished(dir);
  const knowledge = learn(published, friend);
  learnWaterfall(knowledge, published, friend);
  propagate(knowledge);
  invert(knowledge, published);
  learnMeans(knowledge, published);
  propagate(knowledge);
  const kept = earlier.map((memory) => ({ ...memory, published: readPublished(memory.dir) }));
  for (const memory of kept) remember(knowledge, published.cells, memory);
  if (earlier.length > 0) propagate(knowledge);
  const cells = published.cells.map(namer(published.cells));
  const steps = published.steps.map(stepNamer(published));
  const everyRow = [published.cells, ...kept.map((memory) => memory.published.cells)].flat();
  const open = openZeros(published, cells, steps, sameByDefinition(everyRow));
  const ofToday = new Set([...cells.flatMap(Object.values), ...steps]);
  const small = [...knowledge.bounds].filter(
    ([unknown, { lo }]) => lo <= published.hideAtMost && ofToday.has(unknown) && !open.has(unknown),
  );
  const narrowest = sort(small, ([, { lo, hi }]) => hi - lo).slice(0, programs);
  for (const [unknown, { lo, hi }] of sharpen(
    knowledge,
    narrowest.map(([unknown]) => unknown),
  ))
    knowledge.narrow(unknown, lo, hi);
  const cornered = small.filter(([, { lo, hi }]) => hi - lo < CANDIDATES - 1);
  return {
    bounds: knowledge.bounds,
    cells,
    steps,
    open,
    cornered: cornered.map(([unknown]) => unknown),
  };
}

/** The pairs whose equality tells a zero. */
const DIFFERENCES: Record<string, readonly string[]> = {
  notObserved: ["denominator", "observed"],
  notMet: ["observed", "numerator"],
  notSuccess: ["denominator", "numerator"],
};

function openZeros(
  { cells, steps }: Published,
  names: readonly Unknowns[],
  stepNames: readonly string[],
  isByDefinition: (row: Row, name: string) => boolean,
): Set<string> {
  const wholes = group(cells.filter(isOverall), series);
  const tellsZero = (row: Row, name: string) => {
    const [a, b]: readonly string[] = DIFFERENCES[name] ?? [name];
    const isZero = b ? row[a ?? ""] === row[b] && row[b] !== "*" : row[name] === "0";
    return row.status === "pending" || isZero;
  };
  const open = new Set(stepNames.filter((_, place) => steps[place]?.units === "0"));
  for (const [place, row] of cells.entries())
    for (const [name, unknown] of Object.entries(names[place] ?? {}))
      if (
        row.status === "pending" ||
        isByDefinition(row, name) ||
        (wholes.get(series(row)) ?? []).some((whole) => covers(whole, row) && tellsZero(whole, name))
      )
        open.add(unknown);
  return open;
}

/** Differences of a series that are zero in every row of any release that shows both ends: the measure is defined so, which is no secret. */
function sameByDefinition(rows: readonly Row[]): (row: Row, name: string) => boolean {
  const same = new Map<string, boolean>();
  const keyOf = (row: Row, name: string) => `${series(row)}|${name}`;
  for (const row of rows)
    for (const [name, [a = "", b = ""]] of Object.entries(DIFFERENCES))
      if (/^[1-9]/.test(row[a] ?? "") && /^\d/.test(row[b] ?? ""))
        same.set(keyOf(row, name), row[a] === row[b] && same.get(keyOf(row, name)) !== false);
  return (row, name) => same.get(keyOf(row, name)) ?? false;
}
