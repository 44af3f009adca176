import { sum } from "d3";
import { type ChartOptions, type ControlPoint, controlChart } from "./control_chart.ts";
import { limitsAround } from "./control_limits.ts";
import { refuseUnless, requireCount, requireSize } from "./refuse.ts";

/** Events in a period, and the exposure they came from (contacts, caseload months, full-time equivalents). */
export interface ExposedEvents {
  events: number;
  exposure: number;
}

/**
 * The u-chart of events per unit of exposure in time order: limits at three Poisson standard errors around the pooled rate,
 * never below 0. A period without exposure is empty.
 * Montgomery, Introduction to Statistical Quality Control, 7th ed. 2013, section 7.3.
 */
export function uChart(periods: readonly ExposedEvents[], options: ChartOptions = {}): ControlPoint[] {
  for (const { events, exposure } of periods) {
    requireCount(events, "The events of a period");
    requireSize(exposure, "The exposure of a period");
    refuseUnless(exposure > 0 || events === 0, "Events cannot happen where there is no exposure.");
  }
  const read = ({ events, exposure }: ExposedEvents) => (exposure === 0 ? null : events / exposure);
  const limitsFrom = (baseline: readonly ExposedEvents[]) => {
    const centre = sum(baseline, (period) => period.events) / sum(baseline, (period) => period.exposure);
    return ({ exposure }: ExposedEvents) =>
      exposure === 0 ? null : limitsAround(centre, Math.sqrt(centre / exposure), { least: 0 });
  };
  return controlChart(periods, { read, limitsFrom }, options);
}
