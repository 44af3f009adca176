import { group } from "d3";
import type { Measure } from "../measures/measure.ts";
import { ALL, type CountCell } from "../reference/cells.ts";
import type { Phase } from "../reference/charts.ts";
import { RECENT_MONTHS, SIGNAL_MONTHS, type Signal, type SignalLabel } from "../reference/signals.ts";
import { clinicFunnel } from "./clinic_funnel.ts";
import { type ChartedMonth, monthChart } from "./month_chart.ts";

/**
 * Tells signal from noise in the exact counts of one measure: a p'-chart of the programme by month, of months whose windows
 * have closed, and a funnel of the clinics. Both allow for how much months and clinics vary anyway. Exact counts are used
 * because rounded ones give false signals; only the labels may leave, and `disclosure` decides which.
 */
export function findSignals(
  measure: Measure,
  cells: readonly CountCell[],
  phases: readonly Phase[] = [],
): Signal[] {
  if (measure.kind !== "proportion") return [];
  const ofMeasure = cells.filter((cell) => cell.measure === measure.id && cell.stratum === ALL);
  const series = group(ofMeasure, ({ instrument, window }) => JSON.stringify([instrument, window]));
  return [...series.values()].flatMap((one) => [
    ...ofMonths(measure, monthChart(one, { phases })),
    ...ofClinics(measure, one),
  ]);
}

function ofMonths(measure: Measure, chart: readonly ChartedMonth[]): Signal[] {
  const counted = chart.filter(({ cell }) => cell.denominator > 0);
  const latest = counted.at(-1)?.cell;
  if (!latest) return [];
  if (counted.length < SIGNAL_MONTHS) return [signal(latest, "recent", "too_early")];
  const labelled = chart.flatMap(({ cell }, i) =>
    cell.denominator > 0 ? [signal(cell, "month", monthLabel(measure, chart, i))] : [],
  );
  const fresh = labelled.slice(-RECENT_MONTHS).findLast(({ label }) => label !== "common_cause");
  return [...labelled, signal(latest, "recent", fresh?.label ?? "common_cause")];
}

function monthLabel(measure: Measure, chart: readonly ChartedMonth[], i: number): SignalLabel {
  const { cause, value, limits } = chart[i]?.point ?? {};
  if (!cause) return "common_cause";
  const away = (value ?? 0) - (limits?.centre ?? 0);
  return verdict(measure, cause === "trend" ? slope(chart, i) : away);
}

/** Which way a trend goes at one of its points: the step into it, or out of its first. */
function slope(chart: readonly ChartedMonth[], i: number): number {
  const from = chart[i - 1]?.point.cause === "trend" ? i - 1 : i;
  return (chart[from + 1]?.point.value ?? 0) - (chart[from]?.point.value ?? 0);
}

function ofClinics(measure: Measure, series: readonly CountCell[]): Signal[] {
  return clinicFunnel(series).map(({ cell, value, overall, outer }) => {
    const isInside = value >= outer.lower && value <= outer.upper;
    return signal(cell, "funnel", isInside ? "common_cause" : verdict(measure, value - overall));
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
