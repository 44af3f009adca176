import { addressOf, type CountCell } from "../../reference/cells.ts";
import { type Bounds, narrower } from "../bounds.ts";
import type { Policy } from "../policy.ts";
import type { CountedCell } from "../released.ts";
import { bucketOf } from "../sanitise.ts";
import { hasClosed } from "./keys.ts";
import { type Links, linkSums } from "./links.ts";
import { type End, Narrowing } from "./narrowing.ts";
import { sumsOf } from "./sums.ts";
import { type CellUnknowns, countsOf, mapCounts, type Unknowns } from "./unknowns.ts";

/** An earlier release that anybody may have kept, with the rule by which it was made. */
export interface EarlierRelease {
  policy: Pick<Policy, "hide_at_most" | "round_to">;
  cells: readonly CountedCell[];
  /** The counts that were protected then, where they were kept. Without them counts are taken to have only grown, unless what is published shows that they have not. */
  exact?: readonly CountCell[] | undefined;
}

/** What earlier releases tell of each number, given what each can be today. */
export type Recall = (today: Record<End, (unknown: number) => number>) => ReadonlyMap<number, Remembered>;

/** What is remembered of a number of today, and why: without these ends of numbers of today it would be less. */
export interface Remembered extends Bounds {
  because: Readonly<Record<End, () => Held[]>>;
}

interface Held {
  unknown: number;
  end: End;
}

const NOTHING_KNOWN: Bounds = { lo: 0, hi: Number.POSITIVE_INFINITY };
const NOTHING: Remembered = { ...NOTHING_KNOWN, because: { lo: () => [], hi: () => [] } };

/**
 * What earlier releases, oldest first, still tell of today's numbers. Each is a table of its own time, whose sums tell what hidden
 * counts were too. A count that corrections have not made fewer is today at least what it was, and one that they have is less than
 * that: nobody outside knows which, but somebody inside may tell. A count of a period that had closed is at most what
 * was published, too, where that is still true, as if somebody had guessed that nothing changed.
 */
export function readEarlier(unknowns: Unknowns, earlier: readonly EarlierRelease[]): Recall {
  const tables = earlier.map((release) => readTable(unknowns, release));
  return (ends) => recall(unknowns, tables, ends);
}

function recall(
  { truth }: Unknowns,
  tables: readonly EarlierTable[],
  today: Parameters<Recall>[0],
): ReadonlyMap<number, Remembered> {
  const remembered = new Map<number, Remembered>();
  const leasts = new Map<string, Least>();
  for (const table of tables) {
    const fell = ({ unknown, was }: EarlierCount) => isMoreThan(was, truth[unknown ?? -1]);
    const { narrowing, why } = narrowTable(table, { leasts, fell, today });
    for (const [at, count] of table.counts.entries()) {
      const { id, unknown, isSettled, told, was } = count;
      const now = truth[unknown ?? -1];
      if (unknown === undefined || now === undefined) continue;
      const [lo, hi] = [narrowing.lo[at] ?? 0, narrowing.hi[at] ?? Number.POSITIVE_INFINITY];
      if (lo > (leasts.get(id)?.lo ?? 0)) leasts.set(id, { lo, was, because: why(at, "lo") });
      let one = remembered.get(unknown) ?? NOTHING;
      if (!fell(count) && one.lo < lo && lo <= now)
        one = { ...one, lo, because: { ...one.because, lo: why(at, "lo") } };
      if (fell(count) && now < hi && hi - 1 < one.hi)
        one = { ...one, hi: hi - 1, because: { ...one.because, hi: why(at, "hi") } };
      if (isSettled && told.lo <= now && now <= told.hi && told.hi < one.hi)
        one = { ...one, hi: told.hi, because: { ...one.because, hi: NOTHING.because.hi } };
      remembered.set(unknown, one);
    }
  }
  return remembered;
}

interface Told {
  leasts: ReadonlyMap<string, Least>;
  fell: (count: EarlierCount) => boolean;
  today: Parameters<Recall>[0];
}

/**
 * What follows for an earlier table from what it published, from tables before it and from today; for counts tied to one of which
 * the others contradict that, since counts have fallen then, from what it published alone.
 */
function narrowTable({ counts, links }: EarlierTable, { leasts, fell, today }: Told) {
  const known = counts.map(({ id, told, was }) => {
    const least = leasts.get(id);
    return least && least.lo <= told.hi && !isMoreThan(least.was, was) ? least : undefined;
  });
  const all = counts.map((count, at): Bounds => {
    const { told, unknown } = count;
    const lo = known[at]?.lo ?? 0;
    if (unknown === undefined) return narrower(told, { ...NOTHING_KNOWN, lo });
    if (fell(count)) return narrower(told, { ...NOTHING_KNOWN, lo: Math.max(lo, today.lo(unknown) + 1) });
    const most = today.hi(unknown);
    return narrower(told, { lo, hi: most >= told.lo ? most : Number.POSITIVE_INFINITY });
  });
  const held = new Narrowing(links, all);
  const untrue = tiedTo(
    [...all.keys()].filter((at) => (held.lo[at] ?? 0) > (held.hi[at] ?? 0)),
    links,
  );
  const own = counts.map(({ told }, at) => (untrue.has(at) ? told : (all[at] ?? told)));
  const narrowing = untrue.size === 0 ? held : new Narrowing(links, own);
  const whyOf = (at: number): Held[] => {
    const [count, { lo, hi } = NOTHING] = [counts[at], own[at]];
    if (count?.unknown === undefined) return [];
    const { unknown, told } = count;
    return [
      ...(hi < told.hi ? [{ unknown, end: "hi" as const }] : []),
      ...(lo > told.lo && lo === known[at]?.lo ? known[at].because() : []),
      ...(lo > told.lo && fell(count) ? [{ unknown, end: "lo" as const }] : []),
    ];
  };
  return {
    narrowing,
    why: (at: number, end: End) => () => narrowing.heldBy(at, [end]).flatMap(whyOf),
  };
}

/** Some counts, and those that sums tie to them, directly or through others. */
function tiedTo(some: readonly number[], { members, sumsOf }: Links): Set<number> {
  const tied = new Set(some);
  const used = new Set<number>();
  for (const at of tied)
    for (const signed of sumsOf[at] ?? []) {
      const sum = signed < 0 ? ~signed : signed;
      if (used.has(sum)) continue;
      used.add(sum);
      for (const other of members[sum] ?? []) tied.add(other);
    }
  return tied;
}

/** The least that a count of an earlier table was. */
interface Least {
  lo: number;
  /** What it was then, where that was kept. */
  was: number | undefined;
  because: () => Held[];
}

const isMoreThan = (a: number | undefined, b: number | undefined): boolean =>
  a !== undefined && b !== undefined && a > b;

/** A count of an earlier table, and the number of today that it has become. */
interface EarlierCount {
  id: string;
  unknown: number | undefined;
  /** Whether its period had closed, so that late data apart it is that number. */
  isSettled: boolean;
  /** What was published of it. */
  told: Bounds;
  /** What it was, where that was kept. */
  was: number | undefined;
}

interface EarlierTable {
  counts: EarlierCount[];
  links: Links;
}

function readTable(
  { namesOf, places: today }: Unknowns,
  { cells: rows, policy, exact = [] }: EarlierRelease,
): EarlierTable {
  const kept = new Map(exact.map((cell) => [addressOf(cell), countsOf(cell)]));
  const places = new Map<string, number>();
  const counts: EarlierCount[] = [];
  const named = rows.map((row) => {
    const isSettled = hasClosed(row);
    const [names, toldOf, then] = [namesOf(row), toldBy(row, policy), kept.get(addressOf(row))];
    return mapCounts((name) => {
      const id = `${names[name]} ${isSettled || row.window}`;
      const at = places.get(id) ?? counts.length;
      places.set(id, at);
      const known = counts[at];
      counts[at] = {
        id,
        unknown: today.get(names[name]),
        isSettled,
        told: narrower(toldOf[name], known?.told),
        was: known?.was ?? then?.[name],
      };
      return at;
    });
  });
  const sums = sumsOf({ cells: named, steps: [] }, { cells: rows, steps: [] });
  return { counts, links: linkSums(counts.length, sums) };
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
