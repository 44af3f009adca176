import { group } from "d3";
import type { Sum } from "./sums.ts";

/** Sums that share unknowns, directly or through others. What is learnt in one component tells nothing of another. */
export interface Component {
  unknowns: readonly number[];
  sums: readonly Sum[];
}

/** Parts the sums that say something of their own into components. What is known already ties nothing together. */
export function findComponents(all: readonly Sum[], isKnown: (unknown: number) => boolean): Component[] {
  const sums = all.filter(({ implied, whole, parts }) => !implied && ![whole, ...parts].every(isKnown));
  const leader = new Map<number, number>();
  const find = (unknown: number): number => {
    const next = leader.get(unknown) ?? unknown;
    if (next === unknown) return unknown;
    const found = find(next);
    leader.set(unknown, found);
    return found;
  };
  const open = ({ whole, parts }: Sum) => [whole, ...parts].filter((unknown) => !isKnown(unknown));
  for (const [first = -1, ...others] of sums.map(open))
    for (const other of others) leader.set(find(other), find(first));
  return [...group(sums, (sum) => find(open(sum)[0] ?? -1)).values()].map((own) => ({
    unknowns: [...new Set(own.flatMap(({ whole, parts }) => [whole, ...parts]))],
    sums: own,
  }));
}
