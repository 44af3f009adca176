import { sum } from "d3";
import type { MomentCell, Moments } from "./cells.ts";

/** The sums of several cells as those of one, which has the place of `first`. */
export const addMoments = (cells: readonly MomentCell[], first: MomentCell): MomentCell => ({
  ...first,
  value: total(cells.map(({ value }) => value)),
  held: total(cells.map(({ held }) => held)),
  baseline: first.baseline && total(cells.flatMap(({ baseline }) => baseline ?? [])),
});

const total = (all: readonly Moments[]): Moments => ({
  n: sum(all, ({ n }) => n),
  sum: sum(all, (one) => one.sum),
  sum_of_squares: sum(all, ({ sum_of_squares }) => sum_of_squares),
});
