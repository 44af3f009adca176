import { GateError } from "../../errors.ts";
import { ALL, type CellKey, PERIOD_GRAINS, type WaterfallStep } from "../../reference/cells.ts";
import { startOfPeriod } from "../../reference/periods.ts";
import type { Draft } from "./draft.ts";
import { placeOf, seriesOf } from "./keys.ts";
import type { Unknowns } from "./unknowns.ts";

/** The parts add up to the whole; all are places in a list of unknowns. */
export interface Sum {
  whole: number;
  parts: readonly number[];
  /** Other sums say it already. */
  implied: boolean;
}

type Tables = Pick<Draft, "cells" | "steps">;
/** What rows are about, and the unknowns of each. */
type Named = Pick<Unknowns, "cells" | "steps">;
interface Labels {
  cells: readonly CellKey[];
  steps: readonly WaterfallStep[];
}
type Add = (id: string, whole: number, parts: readonly number[], implied?: boolean) => void;

/** The sums of a release. Throws a GateError where one does not hold in truth. */
export function findSums(unknowns: Unknowns, tables: Tables): Sum[] {
  const sums = sumsOf(unknowns, tables);
  checkSums(sums, unknowns);
  return sums;
}

/**
 * Every sum that holds by what the labels mean: counts and their differences, a cell and its parts by clinic, level and shorter
 * period, and the steps of a waterfall.
 */
export function sumsOf(unknowns: Named, tables: Labels): Sum[] {
  const found = new Map<string, { whole: number; parts: Set<number>; implied: boolean }>();
  const add: Add = (id, whole, parts, implied = false) => {
    const others = parts.filter((part) => part !== whole);
    if (others.length === 0) return;
    const sum = found.get(`${id} ${whole}`) ?? { whole, parts: new Set(), implied };
    for (const part of others) sum.parts.add(part);
    found.set(`${id} ${whole}`, sum);
  };
  addDifferences(unknowns, add);
  addBreakdowns(unknowns, tables, add);
  addWaterfalls(unknowns, tables, add);
  return [...found.values()].map(({ parts, ...sum }) => ({ ...sum, parts: [...parts] }));
}

function addDifferences({ cells }: Named, add: Add): void {
  for (const { denominator, observed, numerator, notObserved, notMet, notSuccess } of cells) {
    if (notObserved !== notSuccess && notMet !== notSuccess)
      add(`${notObserved} ${notMet}`, notSuccess, [notObserved, notMet], true);
    if (observed !== denominator) add(`${observed}`, denominator, [observed, notObserved]);
    if (numerator !== observed) add(`${numerator}`, observed, [numerator, notMet]);
    if (numerator !== denominator) add(`${numerator}`, denominator, [numerator, notSuccess]);
  }
}

function addBreakdowns(unknowns: Named, { cells }: Labels, add: Add): void {
  const byKey = new Map(cells.map((cell, at) => [`${seriesOf(cell)} ${placeOf(cell)}`, unknowns.cells[at]]));
  const find = (key: CellKey) => byKey.get(`${seriesOf(key)} ${placeOf(key)}`);
  for (const [at, cell] of cells.entries())
    for (const [axis, keys] of wholesOf(cell)) {
      const [whole, part] = [keys.map(find).find(Boolean), unknowns.cells[at]];
      if (!whole || !part) continue;
      for (const count of ["denominator", "observed", "numerator"] as const)
        add(axis, whole[count], [part[count]]);
      for (const difference of ["notObserved", "notMet", "notSuccess"] as const)
        add(axis, whole[difference], [part[difference]], true);
    }
}

/** The cells of which a cell is a part, by the way in which it is divided; of several keys, the first that is counted. */
function wholesOf(cell: CellKey): [axis: string, keys: CellKey[]][] {
  const wholes: [string, CellKey[]][] = [[cell.period_grain, longer(cell)]];
  if (cell.clinic_id !== ALL) wholes.push(["clinics", [{ ...cell, clinic_id: ALL }]]);
  if (cell.stratum !== ALL) wholes.push([cell.stratum, [{ ...cell, stratum: ALL, level: ALL }]]);
  return wholes;
}

/** The same people in every longer period, the shortest first. */
function longer({ period_start, ...cell }: CellKey): CellKey[] {
  if (period_start === null) return [];
  return PERIOD_GRAINS.slice(PERIOD_GRAINS.indexOf(cell.period_grain) + 1).map((period_grain) => ({
    ...cell,
    period_grain,
    period_start: period_grain === "all" ? null : startOfPeriod(period_grain, period_start),
  }));
}

/** Steps that are not parts of the first; the sums of counts and differences speak of them. */
const WITHIN_DENOMINATOR = ["not_observed", "observed", "not_met", "numerator"];

function addWaterfalls(unknowns: Named, { steps }: Labels, add: Add): void {
  const tops = new Map(
    steps.flatMap((step, at) => (step.step === ALL ? [[seriesOf(step), unknowns.steps[at]]] : [])),
  );
  for (const [at, step] of steps.entries()) {
    const [top, part] = [tops.get(seriesOf(step)), unknowns.steps[at]];
    if (top === undefined || part === undefined || WITHIN_DENOMINATOR.includes(step.step)) continue;
    add(seriesOf(step), top, [part]);
  }
}

function checkSums(sums: readonly Sum[], { truth }: Unknowns): void {
  const countOf = (unknown: number) => truth[unknown] ?? Number.NaN;
  const broken = sums.filter(
    ({ whole, parts }) => countOf(whole) !== parts.reduce((total, part) => total + countOf(part), 0),
  );
  if (broken.length > 0)
    throw new GateError(`${broken.length} counts are not the sum of their parts; nothing was published`);
}
