import type { Bounds } from "./bounds.ts";
import type { Policy } from "./policy.ts";

/** Whether a count may be read at all. Zero tells something about everyone in a group, so the caller says if it is open. */
export function mayShow(count: number, zeroIsOpen: boolean, policy: Policy): boolean {
  return count === 0 ? zeroIsOpen : count > policy.hide_at_most;
}

/** What is published of a count: the nearest multiple of `round_to`, or null where it is hidden. */
export function sanitise(count: number, show: boolean, { round_to }: Policy): number | null {
  return show ? Math.round(count / round_to) * round_to : null;
}

/** The counts for which a shown count may stand, from the rule alone. */
export function bucketOf(
  count: number,
  { hide_at_most, round_to }: Pick<Policy, "hide_at_most" | "round_to">,
): Bounds {
  if (count === 0) return { lo: 0, hi: 0 };
  const middle = Math.round(count / round_to) * round_to;
  const reach = (round_to - 1) / 2;
  return { lo: Math.max(middle - reach, hide_at_most + 1), hi: middle + reach };
}
