import type { Edition } from "../reference/disclosure_rules.ts";
import type { Policy } from "./policy.ts";
import type { Released } from "./released.ts";

/** Marks rows as protected by a policy, for its edition, and freezes them. Nothing outside this folder may import it. */
export function mint<T extends object, E extends Edition>(
  rows: T[],
  _policy: Policy<E>,
): Released<readonly T[], E> {
  return Object.freeze(rows.map((row) => Object.freeze(row))) as Released<readonly T[], E>;
}
