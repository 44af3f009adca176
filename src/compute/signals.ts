import { group } from "d3";
import type { Measure } from "../measures/measure.ts";
import { ALL, type CountCell } from "../reference/cells.ts";
import {
  RECENT_MONTHS,
  SIGNAL_CLINICS,
  SIGNAL_MONTHS,
  type Signal,
  type SignalLabel,
} from "../reference/signals.ts";
import type { ControlPoint } from "../stats/control_chart.ts";
import { funnelLimits } from "../stats/funnel_limits.ts";
import { overdispersion } from "../stats/overdispersion.ts";
import { pPrimeChart } from "../stats/p_prime_chart.ts";

/** The outer limits of a funnel: one clinic in 500 lies outside by chance. */
const FUNNEL_LEVEL = 0.998;

/**
 * Tells signal from noise in the exact counts of one measure: a p'-chart of the programme by month, of months whose windows
 * have closed, and a funnel of the clinics. Both allow for how much months and clinics vary anyway. Exact counts are used
 * because rounded ones give false signals; only the labels may leave, and `disclosure` decides which.
 */
export function findSignals(measure: Measure, cells: readonly CountCell[]): Signal[] {
  if (measure.kind !== "proportion") return [];
  const ofMeasure = cells.filter((cell) => cell.measure === measure.id && cell.stratum === ALL);
  const series = group(ofMeasure, ({ instrument, window }) => JSON.stringify([instrument, window]));
  return [...series.values()].flatMap((one) => [...ofMonths(measure, one), ...ofClinics(measure, one)]);
}

function ofMonths(measure: Measure, series: readonly CountCell[]): Signal[] {
  const months = series
    .filter((cell) => cell.period_grain === "month" && cell.clinic_id === ALL && cell.cohort === "closed")
    .sort((a, b) => (a.period_start ?? "").localeCompare(b.period_start ?? ""));
  const counted = months.filter(({ denominator }) => denominator > 0);
  const latest = counted.at(-1);
  if (!latest) return [];
  if (counted.length < SIGNAL_MONTHS) return [signal(latest, "recent", "too_early")];
  const chart = pPrimeChart(months);
  const labelled = months.flatMap((cell, i) =>
    cell.denominator > 0 ? [signal(cell, "month", monthLabel(measure, chart, i))] : [],
  );
  const fresh = labelled.slice(-RECENT_MONTHS).findLast(({ label }) => label !== "common_cause");
  return [...labelled, signal(latest, "recent", fresh?.label ?? "common_cause")];
}

function monthLabel(measure: Measure, chart: readonly ControlPoint[], i: number): SignalLabel {
  const { cause, value, limits } = chart[i] ?? {};
  if (!cause) return "common_cause";
  const away = (value ?? 0) - (limits?.centre ?? 0);
  return verdict(measure, cause === "trend" ? slope(chart, i) : away);
}

/** Which way a trend goes at one of its points: the step into it, or out of its first. */
function slope(chart: readonly ControlPoint[], i: number): number {
  const from = chart[i - 1]?.cause === "trend" ? i - 1 : i;
  return (chart[from + 1]?.value ?? 0) - (chart[from]?.value ?? 0);
}

function ofClinics(measure: Measure, series: readonly CountCell[]): Signal[] {
  const clinics = series.filter(
    (cell) => cell.period_grain === ALL && cell.clinic_id !== ALL && cell.denominator > 0,
  );
  const spread = clinics.length < SIGNAL_CLINICS ? null : overdispersion(clinics);
  if (!spread) return [];
  return clinics.map((cell) => {
    const share = cell.numerator / cell.denominator;
    const limits = funnelLimits(spread, cell.denominator, { level: FUNNEL_LEVEL });
    const isInside = limits !== null && share >= limits.lower && share <= limits.upper;
    return signal(cell, "funnel", isInside ? "common_cause" : verdict(measure, share - spread.overall));
  });
}

function verdict({ better }: Measure, direction: number): SignalLabel {
  if (better === "neither") return "change";
  return direction > 0 === (better === "higher") ? "improvement" : "concern";
}

const signal = (
  { measure, instrument, window, clinic_id, period_start }: CountCell,
  kind: Signal["kind"],
  label: SignalLabel,
): Signal => ({ measure, instrument, window, clinic_id, kind, period_start, label });
