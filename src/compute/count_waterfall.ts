import { sum } from "d3";
import { GateError } from "../errors.ts";
import { type Measure, repeatedGrain } from "../measures/measure.ts";
import type { RepeatedGrain } from "../reference/breakdowns.ts";
import type { WaterfallStep } from "../reference/cells.ts";
import { isPossible } from "../reference/exclusions.ts";
import { periodsBetween } from "../reference/periods.ts";
import { findWindow } from "../reference/windows.ts";
import { cohortOf } from "./cohort.ts";
import type { Tally } from "./measure_tallies.ts";

/**
 * From every unit to the numerator, per instrument with a baseline and window: `all` less the exclusions is `denominator`,
 * which is `not_observed` and `observed`, which is `not_met` and `numerator`. It is over all time, and for a measure that
 * counts people again in each period of the latest period that has closed. Throws a `GateError` where a row contradicts itself or
 * is excluded for a reason that the measure does not declare, since the steps would not add up.
 */
export function countWaterfall(measure: Measure, tallies: readonly Tally[], asOf: string): WaterfallStep[] {
  const instruments = instrumentsInUse(tallies);
  const byReason = tallies.filter(
    ({ by, instrument }) => by === "exclusion_reason" && instruments.includes(instrument),
  );
  refuseContradictions(measure, byReason);
  return instruments.flatMap((instrument) =>
    measure.windows.flatMap((window) => {
      const own = byReason.filter((tally) => tally.instrument === instrument && tally.window === window);
      if (own.length === 0) return [];
      const grain = repeatedGrain(measure);
      const period_start = grain ? latestClosed(byReason, { grain, window, asOf }) : null;
      if (period_start === undefined) return [];
      const counted = own.filter(({ month }) => !grain || month === period_start);
      return steps(measure, { instrument, window, period_start }, counted);
    }),
  );
}

/** The instruments on which some unit has a period, in order. */
const instrumentsInUse = (tallies: readonly Tally[]): string[] => [
  ...new Set(tallies.flatMap(({ instrument, is_dated }) => (is_dated ? [instrument] : [])).sort()),
];

/** First day of the latest period whose windows have closed, of those from the first unit to the last; undefined where none has. */
function latestClosed(
  tallies: readonly Tally[],
  { grain, window, asOf }: { grain: RepeatedGrain; window: string; asOf: string },
): string | null | undefined {
  const starts = tallies.flatMap(({ month }) => month ?? []).sort();
  return periodsBetween(grain, starts.at(0) ?? asOf, starts.at(-1) ?? asOf).findLast(
    (period) => cohortOf({ ...period, window }, asOf) === "closed",
  )?.period_start;
}

type Series = Pick<WaterfallStep, "instrument" | "window" | "period_start">;

function steps({ id, exclusions }: Measure, series: Series, tallies: readonly Tally[]): WaterfallStep[] {
  const having = (reason: string | null) => tallies.filter(({ value }) => value === reason);
  const unitsFor = (reason: string | null) => sum(having(reason), ({ units }) => units);
  const denominator = unitsFor(null);
  const observed = sum(having(null), ({ sums }) => sums.observed);
  const numerator = sum(having(null), ({ sums }) => sums.numerator);
  const flow: readonly (readonly [string, number])[] = [
    ["all", sum(tallies, ({ units }) => units)],
    ...exclusions
      .filter((reason) => isPossible(reason, findWindow(series.window)))
      .map((reason) => [reason, unitsFor(reason)] as const),
    ["denominator", denominator],
    ["not_observed", denominator - observed],
    ["observed", observed],
    ["not_met", observed - numerator],
    ["numerator", numerator],
  ];
  return flow.map(([step, units], step_order) => ({ measure: id, ...series, step_order, step, units }));
}

function refuseContradictions({ id, exclusions }: Measure, tallies: readonly Tally[]): void {
  const contradictions = sum(tallies, (tally) => tally.contradictions);
  if (contradictions > 0)
    throw new GateError(
      `measure ${id}: ${contradictions} rows contradict themselves (numerator, observed, denominator, exclusion)`,
    );
  const declared = new Set<string>(exclusions);
  const unknown = tallies.filter(({ value }) => value !== null && !declared.has(value));
  if (unknown.length > 0)
    throw new GateError(`measure ${id}: units are excluded for a reason that it does not declare`);
}
