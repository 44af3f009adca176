import { group, mean } from "d3";
import { ALL, type CountCell } from "../reference/cells.ts";
import type { ChartPoint, FunnelPoint, Phase } from "../reference/charts.ts";
import { clinicFunnel } from "./clinic_funnel.ts";
import { type ChartedMonth, monthChart, monthsToChart } from "./month_chart.ts";

/** A clinic's months are charted where there are this many, of this many people on average: fewer make limits without meaning. */
const CLINIC_MONTHS = 12;
const CLINIC_PEOPLE = 10;

/** The charts of these cells of proportions: every series of the programme, and each clinic's of the measures in `ofClinics`. */
export function chartRows(
  cells: readonly CountCell[],
  { phases, ofClinics }: { phases: readonly Phase[]; ofClinics: readonly string[] },
): ChartPoint[] {
  return seriesOf(cells).flatMap((series) => {
    const byClinic = group(series, ({ clinic_id }) => clinic_id);
    const ownOf = (clinic: string) => byClinic.get(clinic) ?? [];
    const clinics = ofClinics.includes(series[0]?.measure ?? "") ? [...byClinic.keys()] : [];
    const readable = clinics.filter(
      (clinic) => clinic !== ALL && isReadable(monthsToChart(ownOf(clinic), clinic)),
    );
    const charts = [ALL, ...readable].map((clinic) => monthChart(ownOf(clinic), { clinic, phases }));
    return charts.flatMap((chart) => chart.map(toPoint));
  });
}

/** The funnels of these cells of proportions, a row for each clinic. */
export function funnelRows(cells: readonly CountCell[]): FunnelPoint[] {
  return seriesOf(cells).flatMap((series) =>
    clinicFunnel(series).map(({ cell, value, overall, inner, outer }) => ({
      ...keyOf(cell),
      denominator: cell.denominator,
      numerator: cell.numerator,
      value,
      centre: overall,
      lower_95: inner.lower,
      upper_95: inner.upper,
      lower_998: outer.lower,
      upper_998: outer.upper,
    })),
  );
}

/** The cells of everyone, series by series. */
function seriesOf(cells: readonly CountCell[]): CountCell[][] {
  const everyone = cells.filter(({ stratum }) => stratum === ALL);
  return [
    ...group(everyone, ({ measure, instrument, window }) =>
      JSON.stringify([measure, instrument, window]),
    ).values(),
  ];
}

function isReadable(months: readonly CountCell[]): boolean {
  const counted = months.filter(({ denominator }) => denominator > 0);
  return (
    counted.length >= CLINIC_MONTHS && (mean(months, ({ denominator }) => denominator) ?? 0) >= CLINIC_PEOPLE
  );
}

function toPoint({ cell, point }: ChartedMonth): ChartPoint {
  const { value, limits, cause, segment, isTrial } = point;
  return {
    ...keyOf(cell),
    period_start: cell.period_start ?? "",
    denominator: cell.denominator,
    numerator: cell.numerator,
    value,
    centre: limits?.centre ?? null,
    lower: limits?.lower ?? null,
    upper: limits?.upper ?? null,
    rule: cause,
    phase: segment,
    limits: isTrial ? "trial" : "established",
  };
}

const keyOf = ({ measure, instrument, window, clinic_id }: CountCell) => ({
  measure,
  instrument,
  window,
  clinic_id,
});
