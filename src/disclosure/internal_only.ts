import type { Edition } from "../reference/disclosure_rules.ts";
import { mint } from "./mint.ts";
import { isOpen, type Policy } from "./policy.ts";
import type { Released } from "./released.ts";

/** Rows for those who already hold the registry, such as names of staff: the public edition has the same table without a row. */
export function internalOnly<T extends object, E extends Edition>(
  rows: readonly T[],
  policy: Policy<E>,
): Released<readonly T[], E> {
  return mint(policy.edition === "internal" ? rows.map((row) => ({ ...row })) : [], policy);
}

/** Rows of exact counts and of limits that tell them: only an internal edition that hides nothing has any. */
export function exactOnly<T extends object, E extends Edition>(
  rows: readonly T[],
  policy: Policy<E>,
): Released<readonly T[], E> {
  return internalOnly(isOpen(policy) ? rows : [], policy);
}
