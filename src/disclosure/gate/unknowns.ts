import { group } from "d3";
import { ALL, type CellKey, type CountCell, type WaterfallStep } from "../../reference/cells.ts";
import type { Draft } from "./draft.ts";
import { hasClosed, placeOf, seriesOf } from "./keys.ts";
import { findWholes } from "./wholes.ts";

/** The counts of one cell and the differences between them, or their places in a list of unknowns. */
export interface CellUnknowns {
  denominator: number;
  observed: number;
  numerator: number;
  notObserved: number;
  notMet: number;
  notSuccess: number;
}

const UNKNOWNS = [
  "denominator",
  "observed",
  "numerator",
  "notObserved",
  "notMet",
  "notSuccess",
] as const satisfies (keyof CellUnknowns)[];

/** Something of each count of a cell and each difference. */
export const mapCounts = <T>(of: (name: keyof CellUnknowns) => T): Record<keyof CellUnknowns, T> =>
  Object.fromEntries(UNKNOWNS.map((name) => [name, of(name)])) as Record<keyof CellUnknowns, T>;

/** The counts of a cell and the differences between them. */
export const countsOf = ({ denominator, observed, numerator }: CountCell): CellUnknowns => ({
  denominator,
  observed,
  numerator,
  notObserved: denominator - observed,
  notMet: observed - numerator,
  notSuccess: denominator - numerator,
});

/** Every number that a release speaks of, published or not, once each. */
export interface Unknowns {
  truth: readonly number[];
  /** Those of wholes and waterfalls, whose zeros are no secret. */
  overall: ReadonlySet<number>;
  /** How many units there are over all time before any is excluded. */
  totals: ReadonlySet<number>;
  /** Those that dates alone show to be zero, since nobody's window has closed. */
  pending: ReadonlySet<number>;
  /** The unknowns of each cell and of each step, in the order given. */
  cells: readonly CellUnknowns[];
  steps: readonly number[];
  /** The names of the counts and differences of a cell, which need not be among these: those that are one everywhere have one name. */
  namesOf: (cell: CountKey) => Record<keyof CellUnknowns, string>;
  /** The unknown of each name. */
  places: ReadonlyMap<string, number>;
}

/** The difference between two counts that are one. */
const NOTHING = "nothing";

const COUNTS = ["denominator", "observed", "numerator"] as const;
type Count = (typeof COUNTS)[number];
type CountKey = CellKey & Pick<CountCell, "cohort">;

/**
 * Names every count, difference and step. Counts of two measures or windows that agree wherever both are settled are one
 * unknown, since whoever reads the definitions knows that they count the same people; so are an instrument's steps of one name and size.
 */
export function findUnknowns({ cells, steps }: Pick<Draft, "cells" | "steps">): Unknowns {
  const truth: number[] = [];
  const places = new Map<string, number>();
  const place = (name: string, count: number): number => {
    const known = places.get(name);
    if (known !== undefined) return known;
    places.set(name, truth.length);
    return truth.push(count) - 1;
  };
  const nameOf = countNamer(cells);
  const namesOf = (cell: CountKey): Record<keyof CellUnknowns, string> => {
    const [d, o, n] = [nameOf(cell, "denominator"), nameOf(cell, "observed"), nameOf(cell, "numerator")];
    const difference = (whole: string, part: string) => (whole === part ? NOTHING : `${whole} - ${part}`);
    return {
      denominator: d,
      observed: o,
      numerator: n,
      notObserved: difference(d, o),
      notMet: difference(o, n),
      notSuccess: difference(d, n),
    };
  };
  const wholes = findWholes(cells);
  const overall = new Map<string, CellUnknowns>();
  const pending = new Set([place(NOTHING, 0)]);
  const named = cells.map((cell) => {
    const [names, counts] = [namesOf(cell), countsOf(cell)];
    const unknowns = mapCounts((name) => place(names[name], counts[name]));
    if (cell.cohort === "open") pending.add(unknowns.denominator);
    if (wholes.isWhole(cell)) overall.set(wholes.keyOf(cell), unknowns);
    return unknowns;
  });
  const stepUnknowns = steps.map(
    (step) =>
      flowUnknown(step, overall.get(wholes.keyOf(step))) ??
      place(`${step.instrument} ${step.period_start} ${step.step}: ${step.units}`, step.units),
  );
  return {
    truth,
    overall: new Set([...stepUnknowns, ...[...overall.values()].flatMap((row) => Object.values(row))]),
    totals: new Set(stepUnknowns.filter((_, at) => steps[at]?.step === ALL && !steps[at].period_start)),
    pending,
    cells: named,
    steps: stepUnknowns,
    namesOf,
    places,
  };
}

/** The count of the whole programme's cell that a step repeats; none for `all` and the exclusions. */
function flowUnknown({ step }: WaterfallStep, overall: CellUnknowns | undefined): number | undefined {
  if (!overall) return undefined;
  const { denominator, observed, numerator, notObserved, notMet } = overall;
  return new Map([
    ["denominator", denominator],
    ["not_observed", notObserved],
    ["observed", observed],
    ["not_met", notMet],
    ["numerator", numerator],
  ]).get(step);
}

/** Names counts, alike where they agree: over all settled cells, or over all cells of a window. */
function countNamer(cells: readonly CountCell[]): (cell: CountKey, count: Count) => string {
  const settled = settledPlaces(cells);
  const isSettled = (cell: CountKey) => settled.has(`${cell.instrument} ${placeOf(cell)}`);
  const names = new Map<string, string>();
  const ids = new Map<string, number>();
  for (const [series, own] of group(cells, seriesOf)) {
    const { instrument = "", window = "" } = own[0] ?? {};
    for (const count of COUNTS) {
      const values = (some: readonly CountCell[]) =>
        some
          .filter((cell) => cell[count] > 0)
          .map((cell) => `${placeOf(cell)}=${cell[count]}`)
          .join();
      const inAll = `${instrument} settled ${values(own.filter(isSettled))}`;
      const inWindow = `${instrument} ${window} ${values(own)}`;
      for (const signature of [inAll, inWindow]) ids.set(signature, ids.get(signature) ?? ids.size);
      names.set(`${series} ${count} true`, `#${ids.get(inAll)}`);
      names.set(`${series} ${count} false`, `#${ids.get(inWindow)}`);
    }
  }
  return (cell, count) => {
    const series = `${seriesOf(cell)} ${count}`;
    return `${names.get(`${series} ${isSettled(cell)}`) ?? series} ${placeOf(cell)}`;
  };
}

/** Places whose cohort has closed in every window of an instrument: late data apart, the same people in each. */
function settledPlaces(cells: readonly CountCell[]): Set<string> {
  const settled = new Set<string>();
  for (const [place, own] of group(cells, (cell) => `${cell.instrument} ${placeOf(cell)}`))
    if (own.every(hasClosed)) settled.add(place);
  return settled;
}
