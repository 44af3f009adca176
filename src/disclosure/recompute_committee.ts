import { group, sum } from "d3";
import { ALL } from "../reference/cells.ts";
import { type ChartPoint, type FunnelPoint, freshStarts, type Phase } from "../reference/charts.ts";
import type { PooledCell } from "../reference/pooled.ts";
import type { ProcessOutcomeRow } from "../reference/process_outcome.ts";
import type { Signal } from "../reference/signals.ts";
import type { JudgedTarget } from "../reference/targets.ts";
import { funnelLimits } from "../stats/funnel_limits.ts";
import { newcombeDifference } from "../stats/newcombe_difference.ts";
import { overdispersion } from "../stats/overdispersion.ts";
import { pPrimeChart } from "../stats/p_prime_chart.ts";
import { proportion } from "../stats/proportion.ts";
import { judgeable } from "./label_targets.ts";
import type { Expected } from "./recompute.ts";
import type { ReleasedCell } from "./released.ts";

/** A target is judged only where the recent months of its series have a word; which one it is, exact limits decide. */
export function expectedOfTargets(targets: readonly JudgedTarget[], signals: readonly Signal[]): Expected[] {
  const mayJudge = judgeable(signals);
  return targets.map((target): Expected => (mayJudge(target) ? {} : { assurance: null }));
}

/** Values, limits and rules of each chart, from its months. */
export function expectedOfCharts(points: readonly ChartPoint[], phases: readonly Phase[]): Expected[] {
  const expected = new Map<ChartPoint, Expected>();
  for (const chart of group(points, placeOf).values()) {
    const starts = chart.map(({ period_start }) => period_start);
    const drawn = pPrimeChart(chart, { rebaseAt: freshStarts(chart[0]?.measure ?? "", starts, phases) });
    for (const [at, { value, limits, cause, segment }] of drawn.entries()) {
      const { centre = null, lower = null, upper = null } = limits ?? {};
      const point = chart[at];
      if (point) expected.set(point, { value, centre, lower, upper, rule: cause, phase: segment });
    }
  }
  return points.map((point) => expected.get(point) ?? {});
}

/** Value, centre and limits of each clinic, from those beside it. */
export function expectedOfFunnels(points: readonly FunnelPoint[]): Expected[] {
  const funnels = group(points, (point) => placeOf({ ...point, clinic_id: ALL }));
  return points.map((point): Expected => {
    const spread = overdispersion(funnels.get(placeOf({ ...point, clinic_id: ALL })) ?? []);
    const limits = (level: number) => spread && funnelLimits(spread, point.denominator, { level });
    const [inner, outer] = [limits(0.95), limits(0.998)];
    return {
      value: point.numerator / point.denominator,
      centre: spread?.overall ?? null,
      lower_95: inner?.lower ?? null,
      upper_95: inner?.upper ?? null,
      lower_998: outer?.lower ?? null,
      upper_998: outer?.upper ?? null,
    };
  });
}

/** What twelve months hold, from the cells of each. */
export function expectedOfPooled(rows: readonly PooledCell[], cells: readonly ReleasedCell[]): Expected[] {
  const months = group(
    cells.filter(
      ({ period_grain, stratum, cohort }) =>
        period_grain === "month" && stratum === ALL && cohort === "closed",
    ),
    placeOf,
  );
  return rows.map((row): Expected => {
    const own = (months.get(placeOf(row)) ?? []).filter(
      ({ period_start }) =>
        (period_start ?? "") >= row.period_start && (period_start ?? "") <= row.period_end,
    );
    const denominator = sum(own, (cell) => cell.denominator ?? 0);
    const numerator = sum(own, (cell) => cell.numerator ?? 0);
    const { value = null, lower = null, upper = null } = proportion({ numerator, denominator }) ?? {};
    return { denominator, observed: sum(own, (cell) => cell.observed ?? 0), numerator, value, lower, upper };
  });
}

/** The difference between those who got a step of care and those who did not. */
export function expectedOfProcessOutcome(row: ProcessOutcomeRow): Expected {
  const {
    value = null,
    lower = null,
    upper = null,
  } = newcombeDifference(
    { numerator: row.with_met, denominator: row.with_people },
    { numerator: row.without_met, denominator: row.without_people },
  ) ?? {};
  return { difference: value, lower, upper };
}

type Place = Pick<ChartPoint, "measure" | "instrument" | "window" | "clinic_id">;

const placeOf = ({ measure, instrument, window, clinic_id }: Place): string =>
  JSON.stringify([measure, instrument, window, clinic_id]);
