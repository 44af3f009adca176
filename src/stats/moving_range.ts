import { mean, pairs } from "d3";

/** The upper limit of a moving range, in mean moving ranges (D4 for two points). Wheeler, Understanding Variation 1993. */
const UPPER_RANGE = 3.267;

/**
 * The mean absolute difference of consecutive values; undefined without two consecutive values. No range spans a gap (null).
 * With `screen`, ranges above 3.267 times the mean are set aside once and the mean is taken again (Nelson, Journal of
 * Quality Technology 1982; 14:172-173).
 */
export function meanMovingRange(
  values: readonly (number | null)[],
  { screen = false } = {},
): number | undefined {
  const ranges = pairs(values).flatMap(([a, b]) => (a === null || b === null ? [] : [Math.abs(b - a)]));
  const all = mean(ranges);
  if (all === undefined || !screen) return all;
  return mean(ranges.filter((range) => range <= UPPER_RANGE * all));
}
