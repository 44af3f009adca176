import { sum } from "d3";
import { type ChartOptions, type ControlPoint, controlChart } from "./control_chart.ts";
import { limitsAround } from "./control_limits.ts";
import { type Proportion, requireProportion } from "./proportion.ts";

/**
 * The p-chart of proportions in time order, 0 to 1: limits at three binomial standard errors around the pooled proportion,
 * wider where fewer are counted. A period with nobody in the denominator is empty.
 * Montgomery, Introduction to Statistical Quality Control, 7th ed. 2013, section 7.2.
 */
export function pChart(periods: readonly Proportion[], options: ChartOptions = {}): ControlPoint[] {
  periods.forEach(requireProportion);
  const limitsFrom = (baseline: readonly Proportion[]) => {
    const centre = pooled(baseline);
    return ({ denominator }: Proportion) =>
      denominator === 0
        ? null
        : limitsAround(centre, Math.sqrt((centre * (1 - centre)) / denominator), { least: 0, most: 1 });
  };
  return controlChart(periods, { read: share, limitsFrom }, options);
}

/** The proportion of a period, or null where nobody is counted. */
export const share = ({ numerator, denominator }: Proportion): number | null =>
  denominator === 0 ? null : numerator / denominator;

/** All numerators over all denominators. */
export const pooled = (periods: readonly Proportion[]): number =>
  sum(periods, (period) => period.numerator) / sum(periods, (period) => period.denominator);
