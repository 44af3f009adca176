import { at } from "./at.ts";
import type { ChartOptions, ControlPoint } from "./control_chart.ts";
import type { ControlLimits } from "./control_limits.ts";
import { refuseUnless } from "./refuse.ts";
import { xmr } from "./xmr.ts";

/** The power that turns a waiting time into something near normal, and back. */
const POWER = 3.6;

/**
 * The t-chart of the time between rare events, in any unit and in order: an XmR chart of time^(1/3.6), read back on the time
 * scale, never below 0. Two events at the same moment have no time between them and are refused: `gChart` counts cases instead.
 * Nelson, Journal of Quality Technology 1994; 26:88-92.
 */
export function tChart(
  timesBetween: readonly number[],
  options: ChartOptions & { screenOutliers?: boolean } = {},
): ControlPoint[] {
  refuseUnless(
    timesBetween.every((time) => Number.isFinite(time) && time > 0),
    "The time between two events must be greater than zero.",
  );
  const points = xmr(
    timesBetween.map((time) => time ** (1 / POWER)),
    options,
  );
  return points.map((point, i) => ({ ...point, value: at(timesBetween, i), limits: back(point.limits) }));
}

function back(limits: ControlLimits | null): ControlLimits | null {
  if (limits === null) return null;
  const time = (root: number) => Math.max(0, root) ** POWER;
  return {
    centre: time(limits.centre),
    lower: time(limits.lower),
    upper: time(limits.upper),
    nearLower: time(limits.nearLower),
    nearUpper: time(limits.nearUpper),
  };
}
