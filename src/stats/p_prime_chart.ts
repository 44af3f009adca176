import { type ChartOptions, type ControlPoint, controlChart } from "./control_chart.ts";
import { limitsAround } from "./control_limits.ts";
import { meanMovingRange } from "./moving_range.ts";
import { pooled, share } from "./p_chart.ts";
import { type Proportion, requireProportion } from "./proportion.ts";

/** A mean moving range over this is a standard deviation (d2 for two points). */
const D2 = 1.128;

/**
 * Laney's p'-chart, 0 to 1: a p-chart whose limits widen (or narrow) with the variation between periods that sampling does
 * not explain; for large or correlated denominators. No limits without two consecutive periods.
 * Laney, Quality Engineering 2002; 14:531-537.
 */
export function pPrimeChart(periods: readonly Proportion[], options: ChartOptions = {}): ControlPoint[] {
  periods.forEach(requireProportion);
  const limitsFrom = (baseline: readonly Proportion[]) => {
    const centre = pooled(baseline);
    // Laney's z is the deviation over sqrt(centre (1 - centre) / n); that root cancels against the one in sigma.
    const deviations = baseline.map((period) => {
      const value = share(period);
      return value === null ? null : (value - centre) * Math.sqrt(period.denominator);
    });
    const range = meanMovingRange(deviations);
    if (range === undefined) return null;
    return ({ denominator }: Proportion) =>
      denominator === 0
        ? null
        : limitsAround(centre, range / D2 / Math.sqrt(denominator), { least: 0, most: 1 });
  };
  return controlChart(periods, { read: share, limitsFrom }, options);
}
