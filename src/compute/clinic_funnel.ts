import { ALL, type CountCell } from "../reference/cells.ts";
import { SIGNAL_CLINICS } from "../reference/signals.ts";
import { funnelLimits } from "../stats/funnel_limits.ts";
import { overdispersion } from "../stats/overdispersion.ts";
import type { Interval } from "../stats/wilson.ts";

/** The outer limits of a funnel: one clinic in 500 lies outside by chance. */
const OUTER = 0.998;
const INNER = 0.95;

/** One clinic of a funnel, beside the limits for its size. */
export interface FunnelClinic {
  cell: CountCell;
  value: number;
  overall: number;
  inner: Interval;
  outer: Interval;
}

/** The clinics of a series over all time in a funnel that allows for how much clinics differ anyway. Empty where there are too few. */
export function clinicFunnel(series: readonly CountCell[]): FunnelClinic[] {
  const clinics = series.filter(
    (cell) =>
      cell.period_grain === ALL && cell.clinic_id !== ALL && cell.stratum === ALL && cell.denominator > 0,
  );
  const spread = clinics.length < SIGNAL_CLINICS ? null : overdispersion(clinics);
  if (!spread) return [];
  return clinics.flatMap((cell) => {
    const inner = funnelLimits(spread, cell.denominator, { level: INNER });
    const outer = funnelLimits(spread, cell.denominator, { level: OUTER });
    const value = cell.numerator / cell.denominator;
    return inner && outer ? [{ cell, value, overall: spread.overall, inner, outer }] : [];
  });
}
