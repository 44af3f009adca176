import { type Bounds, narrower } from "../bounds.ts";
import type { Policy } from "../policy.ts";
import { bucketOf } from "../sanitise.ts";
import type { Recall, Remembered } from "./earlier.ts";
import { linkSums } from "./links.ts";
import { Narrowing } from "./narrowing.ts";
import type { Publication } from "./publication.ts";
import type { Sum } from "./sums.ts";
import type { Unknowns } from "./unknowns.ts";

/**
 * An outsider better informed than any real one. Beside what is published he knows of each hidden count whether it is small,
 * and, where it is not, whether a difference is: so he knows a rule that hid it. He knows how many units there are in all, and
 * he kept earlier releases, of whose counts he knows which have fallen since. Sums he has yet to use.
 */
export interface Outsider {
  /** What he knows of one number by itself. */
  bounds: (unknown: number) => Bounds;
  /**
   * What could be hidden so that he knows less of a number: itself, or an end of a difference, unless he has it from earlier; and
   * what tells more of the earlier releases from which he has it.
   */
  sources: (unknown: number) => readonly number[];
  /** Forgets numbers that are hidden now, and the differences of which they are ends; returns all of which he knows less. */
  forget: (hidden: readonly number[]) => readonly number[];
  /** Whether what he has of a number from earlier rests on numbers that he has forgotten since he last thought it over. */
  mustRethink: (unknown: number) => boolean;
  /** Thinks over what he has from earlier without the numbers that he has forgotten; returns all of which he knows less. */
  rethink: () => readonly number[];
  /** Numbers that he must not learn: 0 to the threshold, unless the policy tells that zero. */
  secrets: readonly number[];
}

interface Meeting {
  unknowns: Unknowns;
  sums: readonly Sum[];
  publication: Publication;
  policy: Policy;
  recall: Recall;
}

/** The outsider of a publication. His bounds follow it as it hides more; his secrets are settled now. */
export function meetOutsider({ unknowns, sums, publication, policy, recall }: Meeting): Outsider {
  const { truth, cells, overall, totals, pending } = unknowns;
  const { hide_at_most: threshold } = policy;
  const zerosAreTold = policy.zeros === "shown";
  const { endsOf, differencesOf } = findEnds(cells);
  const shownEnds = (unknown: number): number[] =>
    (endsOf.get(unknown) ?? []).filter((ends) => ends.every((end) => publication.shows(end))).flat();
  const isExplained = (difference: number): boolean =>
    (endsOf.get(difference) ?? []).flat().some((end) => (truth[end] ?? 0) <= threshold);
  const today = (unknown: number): Bounds => {
    const count = truth[unknown] ?? 0;
    if (totals.has(unknown)) return { lo: count, hi: count };
    if (publication.shows(unknown)) return bucketOf(count, policy);
    const isSmall = count <= threshold;
    if (shownEnds(unknown).length > 0)
      return isSmall ? { lo: count, hi: count } : { lo: threshold + 1, hi: Number.POSITIVE_INFINITY };
    return {
      lo: count > 0 && (zerosAreTold || overall.has(unknown)) ? 1 : 0,
      hi: isSmall && !isExplained(unknown) ? threshold : Number.POSITIVE_INFINITY,
    };
  };
  const links = linkSums(truth.length, sums);
  const think = (): Thought[] =>
    thinkOver(
      recall,
      (known) =>
        new Narrowing(
          links,
          [...truth.keys()].map((unknown) => narrower(today(unknown), known?.get(unknown))),
        ),
    );
  let thoughts = think();
  let earlier = lastOf(thoughts);
  const bounds = (unknown: number): Bounds => narrower(today(unknown), earlier.get(unknown));
  const forgotten = new Set<number>();
  const recalledBy = (unknown: number, at = thoughts.length - 1): readonly number[] => {
    const { narrowed, recalled, why } = thoughts[at] ?? {};
    const known = why?.get(unknown);
    if (known) return known;
    const { because } = recalled?.get(unknown) ?? {};
    const found = new Set<number>();
    for (const held of [...(because?.lo() ?? []), ...(because?.hi() ?? [])])
      for (const by of narrowed?.().heldBy(held.unknown, [held.end]) ?? []) found.add(by);
    for (const by of [...found]) for (const deeper of recalledBy(by, at - 1)) found.add(deeper);
    why?.set(unknown, [...found]);
    return [...found];
  };
  const shownSources = (unknown: number): number[] =>
    publication.shows(unknown) ? [unknown] : shownEnds(unknown);
  const isNews = (unknown: number): boolean => {
    const [before, now] = [earlier.get(unknown), today(unknown)];
    return before === undefined || before.lo < now.lo || before.hi > now.hi;
  };
  const told = toldZeros(truth, sums, (unknown) => pending.has(unknown) || bounds(unknown).hi === 0);
  return {
    bounds: (unknown) => (told.has(unknown) ? { lo: 0, hi: 0 } : bounds(unknown)),
    sources: (unknown) => [
      ...shownSources(unknown).filter(isNews),
      ...recalledBy(unknown).flatMap(shownSources),
    ],
    forget: (hidden) => {
      for (const unknown of hidden) forgotten.add(unknown);
      return hidden.flatMap((unknown) => [unknown, ...(differencesOf.get(unknown) ?? [])]);
    },
    mustRethink: (unknown) =>
      forgotten.size > 0 &&
      recalledBy(unknown).some(
        (other) => forgotten.has(other) || (endsOf.get(other) ?? []).flat().some((end) => forgotten.has(end)),
      ),
    rethink: () => {
      if (earlier.size === 0 || forgotten.size === 0) return [];
      const before = earlier;
      forgotten.clear();
      thoughts = think();
      earlier = looser(before, lastOf(thoughts));
      return [...before].flatMap(([unknown, one]) => (isMore(one, earlier.get(unknown)) ? [unknown] : []));
    },
    secrets: [...truth.keys()].filter((unknown) => {
      const count = truth[unknown] ?? 0;
      const isSmall = count <= threshold && (count > 0 || !zerosAreTold);
      return isSmall && !told.has(unknown) && !totals.has(unknown);
    }),
  };
}

/** What is known of today, and what is remembered by somebody who knows that. */
interface Thought {
  /** Worked out when first asked for: without earlier releases nobody does. */
  narrowed: () => Narrowing;
  recalled: ReadonlyMap<number, Remembered>;
  /** The numbers of today that hold what is remembered of one, as far as anybody has asked. */
  why: Map<number, readonly number[]>;
}

/** More thoughts than this have not been seen to tell more. */
const THOUGHTS = 8;

/** What is known of today tells more of earlier releases, and they more of today, until nothing is news. */
function thinkOver(recall: Recall, narrow: (known?: Thought["recalled"]) => Narrowing): Thought[] {
  const thoughts: Thought[] = [];
  for (let isNews = true; isNews && thoughts.length < THOUGHTS; ) {
    const before = thoughts.at(-1)?.recalled;
    let once: Narrowing | undefined;
    const narrowed = () => {
      once ??= narrow(before);
      return once;
    };
    const recalled = recall({
      lo: (unknown) => narrowed().lo[unknown] ?? 0,
      hi: (unknown) => narrowed().hi[unknown] ?? Number.POSITIVE_INFINITY,
    });
    thoughts.push({ narrowed, recalled, why: new Map() });
    isNews = [...recalled].some(([unknown, one]) => isMore(one, before?.get(unknown)));
  }
  return thoughts;
}

const lastOf = (thoughts: readonly Thought[]): Thought["recalled"] => thoughts.at(-1)?.recalled ?? new Map();

/** Whether more is known than before. */
const isMore = (now: Bounds, before: Bounds = { lo: 0, hi: Number.POSITIVE_INFINITY }): boolean =>
  now.lo > before.lo || now.hi < before.hi;

/** What is still remembered by somebody who only forgets. */
const looser = (
  before: ReadonlyMap<number, Remembered>,
  now: ReadonlyMap<number, Remembered>,
): ReadonlyMap<number, Remembered> =>
  new Map(
    [...before].map(([unknown, one]) => {
      const other = now.get(unknown) ?? one;
      const [low, high] = [one.lo <= other.lo ? one : other, one.hi >= other.hi ? one : other];
      return [unknown, { lo: low.lo, hi: high.hi, because: { lo: low.because.lo, hi: high.because.hi } }];
    }),
  );

/** The pairs of counts, shown together in one row, that tell whether their difference is small; and the differences by end. */
function findEnds(cells: Unknowns["cells"]) {
  const endsOf = new Map<number, [number, number][]>();
  const differencesOf = new Map<number, number[]>();
  const add = (difference: number, whole: number, part: number) => {
    push(endsOf, difference, [whole, part]);
    for (const end of [whole, part]) push(differencesOf, end, difference);
  };
  for (const { denominator, observed, numerator, notObserved, notMet, notSuccess } of cells) {
    add(notObserved, denominator, observed);
    add(notMet, observed, numerator);
    add(notSuccess, denominator, numerator);
  }
  return { endsOf, differencesOf };
}

function push<T>(lists: Map<number, T[]>, key: number, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** Zeros that are told, those of their parts, and those of wholes all of whose parts are told: a quarter of which only months to come are left. */
function toldZeros(
  truth: readonly number[],
  sums: readonly Sum[],
  isTold: (unknown: number) => boolean,
): ReadonlySet<number> {
  const told = new Set([...truth.keys()].filter((unknown) => truth[unknown] === 0 && isTold(unknown)));
  const zeros = sums.filter(({ whole }) => truth[whole] === 0);
  for (let before = -1; before !== told.size; ) {
    before = told.size;
    for (const { whole, parts } of zeros)
      if (told.has(whole)) for (const part of parts) told.add(part);
      else if (parts.every((part) => told.has(part))) told.add(whole);
  }
  return told;
}
