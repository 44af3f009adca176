import { group } from "d3";
import type { Measure } from "../measures/measure.ts";
import { ALL, type CountCell } from "../reference/cells.ts";
import type { Phase } from "../reference/charts.ts";
import { SIGNAL_MONTHS } from "../reference/signals.ts";
import type { Assurance, JudgedTarget, Target } from "../reference/targets.ts";
import { assurance } from "../stats/assurance.ts";
import { monthChart } from "./month_chart.ts";

const WORDS = { pass: "meeting", fail: "missing", inconsistent: "not_settled" } as const;

/** Holds every series of a measure that a target is set for against it, by the exact limits of its chart by month. */
export function judgeTargets(
  measure: Measure,
  cells: readonly CountCell[],
  { targets, phases }: { targets: readonly Target[]; phases: readonly Phase[] },
): JudgedTarget[] {
  const own = targets.filter((target) => target.measure === measure.id);
  const everyone = cells.filter((cell) => cell.measure === measure.id && cell.stratum === ALL);
  const series = group(everyone, ({ instrument, window }) => JSON.stringify([instrument, window]));
  return [...series.values()].flatMap((one) => {
    const [first] = one;
    const target = first && own.find((candidate) => isOf(candidate, first));
    const at = target?.at_least ?? target?.at_most;
    if (!first || !target || at === undefined) return [];
    return [
      {
        measure: measure.id,
        instrument: first.instrument,
        window: first.window,
        bound: target.at_least === undefined ? ("at_most" as const) : ("at_least" as const),
        target: at,
        source: target.source,
        assurance: judge(one, target, at, phases),
      },
    ];
  });
}

const isOf = ({ instrument, window }: Target, cell: CountCell): boolean =>
  (instrument ?? cell.instrument) === cell.instrument && (window ?? cell.window) === cell.window;

function judge(
  series: readonly CountCell[],
  { at_least }: Target,
  at: number,
  phases: readonly Phase[],
): Assurance | null {
  const chart = monthChart(series, { phases });
  const counted = chart.filter(({ cell }) => cell.denominator > 0);
  if (counted.length === 0) return null;
  if (counted.length < SIGNAL_MONTHS) return "too_early";
  const points = chart.map(({ point }) => point);
  const limits = points.findLast((point) => point.limits !== null)?.limits;
  const worst = at_least === undefined ? limits?.upper : limits?.lower;
  if (worst === at) return "meeting"; // a month that is on the target has met it
  const found = assurance(points, at, at_least === undefined ? "decrease" : "increase");
  return found && WORDS[found];
}
