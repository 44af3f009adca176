import type { Edition } from "../reference/disclosure_rules.ts";
import { checkPolicy, type Policy } from "./policy.ts";
import type { Released } from "./released.ts";

/**
 * Marks rows as protected by a policy, for its edition, and freezes them. Nothing outside this folder may import it. Throws a
 * ProgramError for a policy that protects less than the ready rule it names, so that protection cannot be switched off.
 */
export function mint<T extends object, E extends Edition>(
  rows: T[],
  policy: Policy<E>,
): Released<readonly T[], E> {
  checkPolicy(policy);
  return Object.freeze(rows.map((row) => Object.freeze(row))) as Released<readonly T[], E>;
}
