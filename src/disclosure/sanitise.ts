import type { Policy } from "./policy.ts";

/** Whether a count may be read at all. Zero tells something about everyone in a group, so the caller says if it is open. */
export function mayShow(count: number, zeroIsOpen: boolean, policy: Policy): boolean {
  return count === 0 ? zeroIsOpen : count > policy.hide_at_most;
}

/** What is published of a count: the nearest multiple of `round_to`, or null where it is hidden. */
export function sanitise(count: number, show: boolean, { round_to }: Policy): number | null {
  return show ? Math.round(count / round_to) * round_to : null;
}
