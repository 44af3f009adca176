import type { Knowledge, Sum } from "./knowledge.ts";

/** Narrows every unknown by every sum until nothing moves. */
export function propagate(knowledge: Knowledge): void {
  const users = new Map<string, Sum[]>();
  for (const sum of knowledge.sums)
    for (const unknown of [sum.whole, ...sum.parts]) users.set(unknown, [...(users.get(unknown) ?? []), sum]);
  const waiting = new Set(knowledge.sums);
  for (const sum of waiting) {
    waiting.delete(sum);
    for (const moved of bySum(knowledge, sum)) for (const user of users.get(moved) ?? []) waiting.add(user);
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
