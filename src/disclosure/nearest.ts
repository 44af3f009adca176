import { isOpen, type Policy } from "./policy.ts";

/** Coarse enough whatever counts are rounded to, and the parts of a person in which such a number is told where nothing is hidden. */
const COARSE = 5;
const TENTHS = 10;

/**
 * What is published of a number of people that is no count: one that a model expects or estimates. It goes to the nearest five, or
 * to what counts go to where that is coarser: a person adds no more to it than to a count. A policy that hides nothing shows tenths.
 */
export function nearestPeople(people: number, policy: Pick<Policy, "round_to" | "hide_at_most">): number {
  if (isOpen(policy)) return Math.round(people * TENTHS) / TENTHS;
  const step = Math.max(COARSE, policy.round_to);
  return Math.round(people / step) * step;
}
