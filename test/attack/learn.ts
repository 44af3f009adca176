import { Knowledge } from "./knowledge.ts";
import type { Published } from "./read_published.ts";
import { isOverall, namer, type Row, series, type Unknowns } from "./unknowns.ts";
import { wholesIn } from "./wholes.ts";

/** Turns what is published, the published rule, the meaning of the labels and what a friend inside lets slip into bounds and relations. */
export function learn(published: Published, friend: Friend): Knowledge {
  const knowledge = new Knowledge();
  learnCells(knowledge, published, namer(published.cells), friend);
  return knowledge;
}

/** Adds what the cells of a release tell, by the attacker's names for their counts. */
export function learnCells(
  knowledge: Knowledge,
  published: Published,
  nameOf: (row: Row) => Unknowns,
  friend: Pick<Friend, "isSmall" | "counts">,
): void {
  const read = reader(published);
  const overall = new Map(published.cells.filter(isOverall).map((row) => [series(row), row]));
  for (const [place, row] of published.cells.entries()) {
    const unknowns = nameOf(row);
    learnRow(knowledge, published, row, unknowns, read, overall.get(series(row)));
    for (const [name, unknown] of Object.entries(unknowns) as [keyof Unknowns, string][]) {
      if (friend.isSmall(place, name)) knowledge.narrow(unknown, 0, published.hideAtMost);
      if (friend.counts?.(place, name)) knowledge.narrow(unknown, 1, Number.POSITIVE_INFINITY);
    }
  }
  learnSums(knowledge, published.cells, nameOf);
}

/**
 * Somebody inside, who tells of hidden counts whether they are small, and where they are not, whether a difference is. No outsider can know: where the gate hides a number
 * that is not small, the one symbol stands for both. An attack that fails with a friend fails without one.
 */
export interface Friend {
  isSmall: (cell: number, name: keyof Unknowns) => boolean;
  isSmallStep: (step: number) => boolean;
  /** Whether somebody whose record the attacker knows is among those whom a count of a row counts. */
  counts?: (cell: number, name: keyof Unknowns) => boolean;
}

const HIDDEN = "*";
interface Reader {
  isExact: (row: Row) => boolean;
  read: (row: Row, name: string) => { lo: number; hi: number };
}

/** What a published number can be. A cut in which one number is no multiple was not rounded at all. */
function reader({ cells, roundTo, hideAtMost }: Published): Reader {
  const cut = (row: Row) => [row.period_grain, row.clinic_id === "all", row.stratum].join("|");
  const counts = (row: Row) =>
    [row.denominator, row.observed, row.numerator].map(Number).filter(Number.isFinite);
  const exact = new Set(cells.filter((row) => counts(row).some((count) => count % roundTo !== 0)).map(cut));
  const reach = (roundTo - 1) / 2;
  const isExact = (row: Row) => exact.has(cut(row));
  return {
    isExact,
    read: (row, name) => {
      const count = Number(row[name]);
      if (count === 0 || isExact(row)) return { lo: count, hi: count };
      return { lo: Math.max(count - reach, hideAtMost + 1), hi: count + reach };
    },
  };
}

function learnRow(
  knowledge: Knowledge,
  { hideAtMost }: Published,
  row: Row,
  unknowns: Unknowns,
  { read, isExact }: Reader,
  overall: Row | undefined,
): void {
  const { denominator, observed, numerator, notObserved, notMet, notSuccess } = unknowns;
  relate(knowledge, unknowns);
  if (row.status === "pending") return void knowledge.narrow(denominator, 0, 0);

  const isOpen = (a: string, b: string) =>
    isOverall(row) || row[a] === row[b] || (overall?.[a] !== HIDDEN && overall?.[a] === overall?.[b]);
  const shown = (name: string, unknown: string) => {
    if (row[name] === HIDDEN) return false;
    const { lo, hi } = read(row, name);
    knowledge.narrow(unknown, lo, hi);
    return true;
  };
  const notSmall = (unknown: string, zeroIsOpen: boolean) => {
    knowledge.isAbove(unknown, hideAtMost);
    if (!zeroIsOpen) knowledge.narrow(unknown, 1, Number.POSITIVE_INFINITY);
  };
  const [d, o, n] = [
    shown("denominator", denominator),
    shown("observed", observed),
    shown("numerator", numerator),
  ];
  if (isExact(row)) return;
  if (d && o) notSmall(notObserved, isOpen("denominator", "observed"));
  if (d && n) notSmall(notSuccess, isOpen("denominator", "numerator"));
  if (o && n) notSmall(notMet, isOpen("observed", "numerator"));
}

/** Adds what the counts of one row and their differences have to do with each other. */
export function relate(
  knowledge: Knowledge,
  { denominator, observed, numerator, notObserved, notMet, notSuccess }: Unknowns,
): void {
  knowledge.add(denominator, [observed, notObserved]);
  knowledge.add(denominator, [numerator, notSuccess]);
  knowledge.add(observed, [numerator, notMet]);
  knowledge.add(notSuccess, [notMet, notObserved]);
}

/** Adds what rows have to do with the rows of which they are parts. */
export function learnSums(knowledge: Knowledge, cells: readonly Row[], nameOf: (row: Row) => Unknowns): void {
  const wholesOf = wholesIn(cells);
  const sums = new Map<string, { whole: string; parts: Set<string> }>();
  for (const row of cells) {
    const parts = nameOf(row);
    for (const { axis, whole } of wholesOf(row))
      for (const [name, unknown] of Object.entries(nameOf(whole))) {
        const id = `${axis}|${unknown}`;
        const sum = sums.get(id) ?? { whole: unknown, parts: new Set() };
        sum.parts.add(parts[name as keyof Unknowns]);
        sums.set(id, sum);
      }
  }
  for (const { whole, parts } of sums.values()) knowledge.add(whole, [...parts]);
}
