import { GateError } from "../../errors.ts";
import type { Bounds } from "../bounds.ts";
import { linkSums } from "./links.ts";
import type { Sum } from "./sums.ts";

/** What some unknowns gain or lose from one table to the next. */
export type Move = readonly (readonly [unknown: number, change: number])[];

/** What a certificate is to show, from the publication as it is in the end. */
export interface Claim {
  truth: readonly number[];
  sums: readonly Sum[];
  bounds: (unknown: number) => Bounds;
  secrets: readonly number[];
  /** How many values each secret must have. */
  enough: number;
}

/**
 * Checks a walk through tables that begins with the truth: every table holds whole numbers, keeps every sum and stays within
 * what is known, so that an outsider cannot tell it from the truth, and every secret takes enough values on the way. Knows
 * nothing of how the walk was found. Throws a GateError where it does not show that.
 */
export function checkCertificate(
  walk: Iterable<Move>,
  { truth, sums, bounds, secrets, enough }: Claim,
): void {
  const { sumsOf } = linkSums(truth.length, sums);
  const table = truth.map(() => 0);
  const excess = sums.map(() => 0);
  const values = new Map<number, Set<number>>();
  const left = new Set(secrets);
  const step = (move: Move) => {
    for (const [unknown, change] of move) {
      table[unknown] = (table[unknown] ?? Number.NaN) + change;
      for (const sum of sumsOf[unknown] ?? [])
        if (sum < 0) excess[~sum] = (excess[~sum] ?? 0) - change;
        else excess[sum] = (excess[sum] ?? 0) + change;
    }
    for (const [unknown] of move) {
      const [value, { lo, hi }] = [table[unknown] ?? Number.NaN, bounds(unknown)];
      if (!Number.isSafeInteger(value) || value < lo || value > hi)
        throw new GateError("a table of the certificate is not within what is known");
      if (sumsOf[unknown]?.some((sum) => excess[sum < 0 ? ~sum : sum] !== 0))
        throw new GateError("a table of the certificate does not add up");
      if (!left.has(unknown)) continue;
      const seen = values.get(unknown) ?? new Set();
      values.set(unknown, seen.add(value));
      if (seen.size >= enough && left.delete(unknown)) values.delete(unknown);
    }
  };
  step([...truth.entries()]);
  for (const move of walk) step(move);
  if (left.size > 0)
    throw new GateError(`the certificate leaves ${left.size} hidden counts with fewer than ${enough} values`);
}
