import type { Links } from "./links.ts";

/** Unknowns around one, the sums that speak of any of them, and what else is known in those. */
export interface Neighbourhood {
  unknowns: ReadonlySet<number>;
  sums: readonly number[];
  /** Whether they are tied to no other unknown that is not known. */
  isWhole: boolean;
}

/** What is tied to an unknown by sums, directly or through others, or the nearest of it where that is more than `most`; known numbers tie nothing together. */
export function findNeighbourhood(
  links: Links,
  centre: number,
  isKnown: (unknown: number) => boolean,
  most: number,
): Neighbourhood {
  const near = [...explore(links, centre, isKnown, most)];
  const isWhole = near.length <= most;
  const unknowns = new Set(near.slice(0, most));
  const sums = new Set<number>();
  for (const unknown of unknowns)
    for (const signed of links.sumsOf[unknown] ?? []) sums.add(signed < 0 ? ~signed : signed);
  for (const sum of sums)
    for (const unknown of links.members[sum] ?? []) if (isKnown(unknown)) unknowns.add(unknown);
  return { unknowns, sums: [...sums], isWhole };
}

/** An unknown in more sums than this is a count that many measures share. */
const SHARED = 8;

/** The nearest first, those that are reached through shared counts only last; stops beyond `most`. */
function explore(
  { members, sumsOf }: Links,
  centre: number,
  isKnown: (unknown: number) => boolean,
  most: number,
): Set<number> {
  const found = new Set([centre]);
  const used = new Set<number>();
  const [next, later] = [[centre], [] as number[]];
  for (let at = 0; at < next.length && found.size <= most; at++) {
    for (const signed of sumsOf[next[at] ?? -1] ?? []) {
      const sum = signed < 0 ? ~signed : signed;
      if (used.has(sum)) continue;
      used.add(sum);
      for (const other of members[sum] ?? [])
        if (!found.has(other) && !isKnown(other)) {
          found.add(other);
          ((sumsOf[other]?.length ?? 0) > SHARED ? later : next).push(other);
        }
    }
    if (at === next.length - 1) next.push(...later.splice(0, 1));
  }
  return found;
}
