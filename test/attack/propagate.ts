import type { Knowledge, Reason, Sum } from "./knowledge.ts";

/** Narrows every unknown by every relation until nothing moves. */
export function propagate(knowledge: Knowledge): void {
  const users = new Map<string, (() => string[])[]>();
  const relations = [
    ...knowledge.sums.map((sum) => ({
      unknowns: [sum.whole, ...sum.parts],
      apply: () => bySum(knowledge, sum),
    })),
    ...knowledge.reasons.map((reason) => ({
      unknowns: reason.map(({ unknown }) => unknown),
      apply: () => byReason(knowledge, reason),
    })),
  ];
  for (const { unknowns, apply } of relations)
    for (const unknown of unknowns) users.set(unknown, [...(users.get(unknown) ?? []), apply]);
  const waiting = new Set(relations.map(({ apply }) => apply));
  for (const apply of waiting) {
    waiting.delete(apply);
    for (const moved of apply()) for (const user of users.get(moved) ?? []) waiting.add(user);
  }
}

function bySum(knowledge: Knowledge, { whole, parts }: Sum): string[] {
  const moved = new Set<string>();
  const narrow = (unknown: string, lo: number, hi: number) => {
    if (knowledge.narrow(unknown, lo, hi)) moved.add(unknown);
  };
  const total = { lo: 0, hi: 0 };
  for (const part of parts) {
    total.lo += knowledge.of(part).lo;
    total.hi += knowledge.of(part).hi;
  }
  narrow(whole, total.lo, total.hi);
  const { lo, hi } = knowledge.of(whole);
  for (const part of parts) {
    const own = { ...knowledge.of(part) };
    narrow(part, lo - (total.hi - own.hi), hi - (total.lo - own.lo));
  }
  return [...moved];
}

/** Where all other reasons are ruled out, the one that is left holds. */
function byReason(knowledge: Knowledge, reason: Reason): string[] {
  const possible = reason.filter(
    ({ unknown, lo, hi }) => knowledge.of(unknown).lo <= hi && knowledge.of(unknown).hi >= lo,
  );
  const [only] = possible;
  if (!only) throw new Error("the attacker finds no reason why a count is hidden");
  return possible.length === 1 && knowledge.narrow(only.unknown, only.lo, only.hi) ? [only.unknown] : [];
}
