import { mean, median } from "d3";
import { type ChartOptions, type ControlPoint, controlChart } from "./control_chart.ts";
import { limitsAround } from "./control_limits.ts";
import { requireCount } from "./refuse.ts";

/**
 * The g-chart of how many cases pass between rare events, in order: limits at three geometric standard deviations around the
 * mean, never below 0. The centre line is the median, as in qicharts2, since most counts of a geometric distribution lie
 * below its mean and runs would be found by chance. Benneyan, Health Care Management Science 2001; 4:305-318.
 */
export function gChart(casesBetween: readonly number[], options: ChartOptions = {}): ControlPoint[] {
  for (const cases of casesBetween) requireCount(cases, "The cases between two events");
  const limitsFrom = (baseline: readonly number[]) => {
    const average = mean(baseline);
    const centre = median(baseline);
    if (average === undefined || centre === undefined) return null;
    const limits = { ...limitsAround(average, Math.sqrt(average * (average + 1)), { least: 0 }), centre };
    return () => limits;
  };
  return controlChart(casesBetween, { read: (cases) => cases, limitsFrom }, options);
}
