import { group, max, sum } from "d3";
import { ALL, type CountCell } from "../reference/cells.ts";
import { addMonths } from "../reference/days.ts";
import type { PooledCell } from "../reference/pooled.ts";
import { wilson } from "../stats/wilson.ts";

/** How many months are pooled. */
const MONTHS = 12;

/**
 * Adds up the twelve latest months whose windows have closed, for the programme and each clinic: a cell of its own for clinics whose
 * months hold too few people to read. Only for measures that count each person once, whose months may be added up. Rates and
 * 95 % Wilson intervals are of the sums.
 */
export function poolMonths(cells: readonly CountCell[]): PooledCell[] {
  const months = cells.filter(
    ({ period_grain, stratum, cohort }) => period_grain === "month" && stratum === ALL && cohort === "closed",
  );
  const series = group(months, ({ measure, instrument, window }) =>
    JSON.stringify([measure, instrument, window]),
  );
  return [...series.values()].flatMap((ofSeries) => {
    const last = max(ofSeries, ({ period_start }) => period_start ?? "") ?? "";
    const first = addMonths(last, 1 - MONTHS);
    const recent = ofSeries.filter(({ period_start }) => (period_start ?? "") >= first);
    return [...group(recent, ({ clinic_id }) => clinic_id).values()].flatMap((own) => pool(own, first));
  });
}

function pool(months: readonly CountCell[], first: string): PooledCell[] {
  const latest = months.at(-1);
  if (!latest) return [];
  const { measure, instrument, window, clinic_id } = latest;
  const denominator = sum(months, (cell) => cell.denominator);
  const observed = sum(months, (cell) => cell.observed);
  const numerator = sum(months, (cell) => cell.numerator);
  const interval = denominator === 0 ? null : wilson(numerator, denominator);
  return [
    {
      measure,
      instrument,
      window,
      clinic_id,
      period_start: first,
      period_end: max(months, ({ period_end }) => period_end ?? "") ?? "",
      denominator,
      observed,
      numerator,
      value: denominator === 0 ? null : numerator / denominator,
      lower: interval?.lower ?? null,
      upper: interval?.upper ?? null,
    },
  ];
}
