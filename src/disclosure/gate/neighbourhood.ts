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

/** The nearest first, where a sum is as long a way as it has members; stops beyond `most`. */
function explore(
  { members, sumsOf }: Links,
  centre: number,
  isKnown: (unknown: number) => boolean,
  most: number,
): Set<number> {
  const found = new Set([centre]);
  const used = new Set<number>();
  const at: number[][] = [[centre]];
  for (let way = 0; way < at.length && found.size <= most; way++)
    for (const unknown of at[way] ?? [])
      for (const signed of sumsOf[unknown] ?? []) {
        const sum = signed < 0 ? ~signed : signed;
        if (used.has(sum)) continue;
        used.add(sum);
        for (const other of members[sum] ?? []) {
          if (found.has(other) || isKnown(other)) continue;
          found.add(other);
          const further = way + (members[sum]?.length ?? 0);
          while (at.length <= further) at.push([]);
          at[further]?.push(other);
        }
      }
  return found;
}
