import { at } from "./at.ts";
import type { ControlLimits } from "./control_limits.ts";
import { refuseUnless } from "./refuse.ts";
import { type SpecialCause, specialCauses } from "./special_causes.ts";

/**
 * One period of a control chart. An empty period keeps its place: `value` is null, it sets no limit, and it ends every run,
 * because months either side of it are not consecutive. `limits` is null where they cannot be known. They are `trial` limits
 * while fewer than 12 points set them. `segment` counts the rebases before this period.
 */
export interface ControlPoint {
  value: number | null;
  limits: ControlLimits | null;
  cause: SpecialCause | null;
  segment: number;
  isTrial: boolean;
}

/** `rebaseAt`: indexes where limits start afresh. `baselinePoints`: how many points of a segment set its limits, if not all. */
export interface ChartOptions {
  rebaseAt?: readonly number[];
  baselinePoints?: number;
}

/** How a chart reads one period, and how it turns the periods that set the limits into the limits of any period. */
export interface ChartMethod<Period> {
  read: (period: Period) => number | null;
  limitsFrom: (baseline: readonly Period[]) => ((period: Period) => ControlLimits | null) | null;
}

/** Fewer points than this give trial limits. NHS England, Making Data Count. */
const ESTABLISHED_POINTS = 12;

/** Runs any control chart: cuts the periods into segments, fits each segment's limits, and finds its special causes. */
export function controlChart<Period>(
  periods: readonly Period[],
  { read, limitsFrom }: ChartMethod<Period>,
  { rebaseAt = [], baselinePoints = Number.POSITIVE_INFINITY }: ChartOptions = {},
): ControlPoint[] {
  refuseUnless(
    baselinePoints >= 2 && Math.trunc(baselinePoints) === baselinePoints,
    "Limits need a baseline of two whole points or more.",
  );
  refuseUnless(
    rebaseAt.every((index) => Number.isInteger(index) && index > 0 && index < periods.length),
    "A rebase must fall on a period after the first.",
  );
  const starts = [0, ...new Set(rebaseAt)].sort((a, b) => a - b);
  return starts.flatMap((start, segment) => {
    const inSegment = periods.slice(start, starts[segment + 1]);
    const baseline = firstPoints(inSegment, read, baselinePoints);
    const limitsOf = limitsFrom(baseline);
    const isTrial = baseline.filter((period) => read(period) !== null).length < ESTABLISHED_POINTS;
    const points = inSegment.map((period) => ({
      value: read(period),
      limits: limitsOf?.(period) ?? null,
    }));
    const causes = specialCauses(points);
    return points.map((point, i) => ({ ...point, cause: at(causes, i), segment, isTrial }));
  });
}

/** The periods up to and including the `count`-th that is not empty. */
function firstPoints<Period>(
  periods: readonly Period[],
  read: (period: Period) => number | null,
  count: number,
): readonly Period[] {
  const filled = [...periods.keys()].filter((i) => read(at(periods, i)) !== null);
  const last = filled[count - 1];
  return last === undefined ? periods : periods.slice(0, last + 1);
}
