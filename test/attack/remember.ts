import type { Knowledge } from "./knowledge.ts";
import { type Friend, learnCells, learnSums, relate } from "./learn.ts";
import type { Published } from "./read_published.ts";
import { namer, type Row, type Unknowns } from "./unknowns.ts";

/** An earlier release that the attacker kept. */
export interface Memory {
  dir: string;
  /**
   * What a friend inside tells of a count of a row of it: whether late data and corrections have since made it fewer (below 0), left it or
   * made it more (above 0), counting the same months. No outsider can know; an attack that fails with a friend fails without one.
   */
  change: (place: number, name: keyof Unknowns) => number;
  /** Whether somebody whose record the attacker knows was among those whom a count of a row counted. */
  counts?: Friend["counts"];
  /** Whether he tells of no change too, as somebody may guess rightly; otherwise late data may have come to any count. */
  guesses?: boolean;
}

/** Of a release that is over nobody inside tells what was small. */
const NOBODY = { isSmall: () => false };

/**
 * Holds an earlier release against today's. Its table as it was then is tied, count by count, to the same table of today's data, and
 * that to today's release: periods that had closed are today's, the others parts of today's, which have grown.
 */
export function remember(
  knowledge: Knowledge,
  today: readonly Row[],
  { published, change, counts, guesses = false }: Memory & { published: Published },
): void {
  const { asOf, cells } = published;
  const nameToday = namer(today);
  const grown = new Map(today.map((row) => [keyOf(row), nameToday(row)]));
  const nameThen = namer(cells);
  const again = cells.map((row) =>
    isSettled(row) ? nameThen(row) : renamed(nameThen(row), (_, unknown) => `again ${asOf}|${unknown}`),
  );
  const then = again.map((names, place) =>
    renamed(names, (name, unknown) =>
      guesses && change(place, name) === 0 ? unknown : `then ${asOf}|${unknown}`,
    ),
  );
  for (const [place, row] of cells.entries())
    for (const [name, unknown] of entries(again[place])) {
      const [before, whole] = [
        then[place]?.[name] ?? unknown,
        isSettled(row) ? undefined : grown.get(keyOf(row)),
      ];
      if (whole) knowledge.add(whole[name], [unknown, `since ${asOf}|${unknown}`]);
      if (change(place, name) >= 0 && before !== unknown)
        knowledge.add(unknown, [before, `late ${asOf}|${unknown}`]);
      if (change(place, name) < 0) {
        knowledge.add(before, [unknown, `gone ${asOf}|${unknown}`]);
        knowledge.narrow(`gone ${asOf}|${unknown}`, 1, Number.POSITIVE_INFINITY);
      }
    }
  const places = new Map(cells.map((row, place) => [row, place]));
  const from = (names: readonly Unknowns[]) => (row: Row) => names[places.get(row) ?? -1] ?? nameThen(row);
  learnCells(knowledge, published, from(then), counts ? { ...NOBODY, counts } : NOBODY);
  for (const names of again) relate(knowledge, names);
  learnSums(knowledge, cells, from(again));
}

const isSettled = (row: Row): boolean => row.cohort === "closed" && row.period_grain !== "all";

const keyOf = (row: Row): string =>
  [
    row.measure,
    row.instrument,
    row.window,
    row.period_grain,
    row.period_start,
    row.clinic_id,
    row.stratum,
    row.level,
  ].join("|");

const entries = (unknowns: Unknowns | undefined) =>
  Object.entries(unknowns ?? {}) as [keyof Unknowns, string][];

const renamed = (unknowns: Unknowns, rename: (name: keyof Unknowns, unknown: string) => string): Unknowns =>
  Object.fromEntries(
    entries(unknowns).map(([name, unknown]) => [name, rename(name, unknown)]),
  ) as unknown as Unknowns;
