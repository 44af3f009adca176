import { addressOf, type CountCell } from "../../reference/cells.ts";
import { type Bounds, narrower } from "../bounds.ts";
import type { Policy } from "../policy.ts";
import type { CountedCell } from "../released.ts";
import { bucketOf } from "../sanitise.ts";
import { hasClosed } from "./keys.ts";
import { type Links, linkSums } from "./links.ts";
import { Narrowing } from "./narrowing.ts";
import { sumsOf } from "./sums.ts";
import { type CellUnknowns, UNKNOWNS, type Unknowns } from "./unknowns.ts";

/** An earlier release that anybody may have kept, with the rule by which it was made. */
export interface EarlierRelease {
  policy: Pick<Policy, "hide_at_most" | "round_to">;
  cells: readonly CountedCell[];
}

interface Today {
  unknowns: Unknowns;
  cells: readonly CountCell[];
}

/** What earlier releases tell of each number, given the most that each can be today. */
export type Recall = (most: (unknown: number) => number) => ReadonlyMap<number, Remembered>;

/** What is remembered of a number of today. */
export interface Remembered extends Bounds {
  /** The numbers of today without whose most the least would be less. */
  because: () => number[];
}

const NOTHING_KNOWN: Bounds = { lo: 0, hi: Number.POSITIVE_INFINITY };
const NOTHING: Remembered = { ...NOTHING_KNOWN, because: () => [] };

/**
 * What earlier releases, oldest first, still tell of today's numbers. Each is a table of its own time, in which no count was more
 * than it is today, and whose sums tell the least that hidden counts were too; late data leave that true. Nobody outside knows whether
 * they came, so a count of a period that had closed is held to what was published as well, where that is still true, as if
 * somebody had guessed so. Other periods have grown since, and so has all time: they are only the least that they were.
 */
export function readEarlier(today: Today, earlier: readonly EarlierRelease[]): Recall {
  const tables = earlier.map((release) => readTable(today, release));
  return (most) => recall(today.unknowns, tables, most);
}

function recall(
  { truth }: Unknowns,
  tables: readonly EarlierTable[],
  most: (unknown: number) => number,
): ReadonlyMap<number, Remembered> {
  const remembered = new Map<number, Remembered>();
  const growing = new Map<string, Remembered>();
  const before = ({ id, unknown, isSettled }: EarlierCount) =>
    (isSettled && unknown !== undefined ? remembered.get(unknown) : growing.get(id)) ?? NOTHING;
  for (const { counts, told, links } of tables) {
    const known = counts.map(before);
    const limits = counts.map(({ unknown }) =>
      unknown === undefined ? Number.POSITIVE_INFINITY : most(unknown),
    );
    const narrowing = new Narrowing(
      links,
      told.map((own, at) =>
        narrower(own, { lo: known[at]?.lo ?? 0, hi: limits[at] ?? Number.POSITIVE_INFINITY }),
      ),
    );
    const because = (at: number): number[] => {
      const [own, unknown] = [told[at] ?? NOTHING_KNOWN, counts[at]?.unknown];
      const { lo, because } = known[at] ?? NOTHING;
      const isLimited = unknown !== undefined && (limits[at] ?? 0) < own.hi;
      return [...(own.lo < lo ? because() : []), ...(isLimited ? [unknown] : [])];
    };
    for (const [at, count] of counts.entries()) {
      const { id, unknown, isSettled } = count;
      const now = truth[unknown ?? -1];
      if (unknown === undefined || now === undefined) continue;
      const lo = narrowing.lo[at] ?? 0;
      const least = { lo, because: () => [...new Set(narrowing.heldBy(at, ["lo"]).flatMap(because))] };
      const more = (known: Remembered) => (known.lo < lo && lo <= now ? { ...known, ...least } : known);
      if (!isSettled) growing.set(id, more(before(count)));
      const known = more(remembered.get(unknown) ?? NOTHING);
      const published = told[at];
      const isSame = isSettled && published && published.lo <= now && now <= published.hi;
      remembered.set(unknown, isSame ? { ...known, hi: Math.min(known.hi, published.hi) } : known);
    }
  }
  return remembered;
}

/** A count of an earlier table, and the number of today that it has become. */
interface EarlierCount {
  id: string;
  unknown: number | undefined;
  /** Whether its period had closed, so that late data apart it is that number. */
  isSettled: boolean;
}

interface EarlierTable {
  counts: EarlierCount[];
  /** What was published of each count. */
  told: Bounds[];
  links: Links;
}

function readTable({ unknowns, cells }: Today, { cells: rows, policy }: EarlierRelease): EarlierTable {
  const today = new Map(cells.map((cell, at) => [addressOf(cell), unknowns.cells[at]]));
  const places = new Map<string, number>();
  const counts: EarlierCount[] = [];
  const told: Bounds[] = [];
  const named = rows.map((row) => {
    const isSettled = hasClosed(row);
    const now = today.get(addressOf(row));
    const toldOf = toldBy(row, policy);
    const place = (name: keyof CellUnknowns): number => {
      const unknown = now?.[name];
      const id = `${unknown ?? `${addressOf(row)} ${name}`} ${isSettled || row.window}`;
      const at = places.get(id) ?? counts.push({ id, unknown, isSettled }) - 1;
      places.set(id, at);
      told[at] = narrower(toldOf[name], told[at]);
      return at;
    };
    return Object.fromEntries(UNKNOWNS.map((name) => [name, place(name)])) as unknown as CellUnknowns;
  });
  const sums = sumsOf({ cells: named, steps: [] }, { cells: rows, steps: [] });
  return { counts, told, links: linkSums(counts.length, sums) };
}

/** What one published row told of its counts, and of the differences between those that it showed together. */
function toldBy(
  { denominator, observed, numerator, cohort }: CountedCell,
  policy: EarlierRelease["policy"],
): Record<keyof CellUnknowns, Bounds> {
  const bounds = (count: number | null) => {
    if (cohort === "open") return { lo: 0, hi: 0 };
    return count === null ? NOTHING_KNOWN : bucketOf(count, policy);
  };
  const difference = (whole: number | null, part: number | null): Bounds => {
    if (whole === null || part === null) return NOTHING_KNOWN;
    return whole === part ? { lo: 0, hi: 0 } : { lo: policy.hide_at_most + 1, hi: Number.POSITIVE_INFINITY };
  };
  return {
    denominator: bounds(denominator),
    observed: bounds(observed),
    numerator: bounds(numerator),
    notObserved: difference(denominator, observed),
    notMet: difference(observed, numerator),
    notSuccess: difference(denominator, numerator),
  };
}
