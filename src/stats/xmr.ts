import { mean } from "d3";
import { type ChartOptions, type ControlPoint, controlChart } from "./control_chart.ts";
import { limitsAround } from "./control_limits.ts";
import { meanMovingRange } from "./moving_range.ts";
import { requireFinite } from "./refuse.ts";

/** Natural process limits lie this many mean moving ranges from the mean: 3 / 1.128, as printed. */
const LIMIT = 2.66;

/**
 * The XmR chart (individual values and moving ranges) of values in time order; null is an empty period. Limits are the mean
 * plus or minus 2.66 mean moving ranges, near limits two thirds of that; no limits without two consecutive values.
 * `screenOutliers` (on, as in NHSRplotthedots; the NHS workbook has it off) sets aside moving ranges above 3.267 times
 * their mean, once. Wheeler, Understanding Variation 1993; NHS England, Making Data Count.
 */
export function xmr(
  values: readonly (number | null)[],
  { screenOutliers = true, ...options }: ChartOptions & { screenOutliers?: boolean } = {},
): ControlPoint[] {
  requireFinite(
    values.filter((value) => value !== null),
    "The values of a chart",
  );
  const limitsFrom = (baseline: readonly (number | null)[]) => {
    const centre = mean(baseline);
    const range = meanMovingRange(baseline, { screen: screenOutliers });
    if (centre === undefined || range === undefined) return null;
    const limits = limitsAround(centre, (LIMIT * range) / 3);
    return () => limits;
  };
  return controlChart(values, { read: (value) => value, limitsFrom }, options);
}
