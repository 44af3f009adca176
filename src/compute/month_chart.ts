import { ALL, type CountCell } from "../reference/cells.ts";
import { freshStarts, type Phase } from "../reference/charts.ts";
import type { ControlPoint } from "../stats/control_chart.ts";
import { pPrimeChart } from "../stats/p_prime_chart.ts";

/** One month of a series and its point of the chart. */
export interface ChartedMonth {
  cell: CountCell;
  point: ControlPoint;
}

/**
 * The p'-chart by month of one clinic's part of a series, or of the whole programme: of the months whose windows have closed, in
 * order. Limits start afresh with each phase that begins after the first of them. Empty where nobody was counted.
 */
export function monthChart(
  series: readonly CountCell[],
  { clinic = ALL, phases = [] }: { clinic?: string; phases?: readonly Phase[] | undefined } = {},
): ChartedMonth[] {
  const months = monthsToChart(series, clinic).sort((a, b) => startOf(a).localeCompare(startOf(b)));
  if (!months.some(({ denominator }) => denominator > 0)) return [];
  const rebaseAt = freshStarts(months[0]?.measure ?? "", months.map(startOf), phases);
  const points = pPrimeChart(months, { rebaseAt });
  return months.flatMap((cell, i) => {
    const point = points[i];
    return point ? [{ cell, point }] : [];
  });
}

/** The months of a clinic's part of a series, or of the whole programme, whose windows have closed. */
export const monthsToChart = (series: readonly CountCell[], clinic: string): CountCell[] =>
  series.filter(
    ({ period_grain, clinic_id, stratum, cohort }) =>
      period_grain === "month" && clinic_id === clinic && stratum === ALL && cohort === "closed",
  );

const startOf = ({ period_start }: CountCell): string => period_start ?? "";
