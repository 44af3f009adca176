import { GateError } from "../errors.ts";
import { type Measure, repeatedGrain } from "../measures/measure.ts";
import type { RepeatedGrain } from "../reference/breakdowns.ts";
import type { WaterfallStep } from "../reference/cells.ts";
import { isPossible } from "../reference/exclusions.ts";
import { periodsBetween } from "../reference/periods.ts";
import { findWindow } from "../reference/windows.ts";
import { identifier, type Row, type Warehouse } from "../warehouse/warehouse.ts";
import { cohortOf } from "./cohort.ts";

interface Tally extends Row {
  instrument: string;
  window: string;
  period_start: string | null;
  exclusion_reason: string | null;
  units: number;
  observed: number;
  numerator: number;
  contradictions: number;
}

/**
 * From every unit to the numerator, per instrument with a baseline and window: `all` less the exclusions is `denominator`,
 * which is `not_observed` and `observed`, which is `not_met` and `numerator`. It is over all time, and for a measure that
 * counts people again in each period of the latest period that has closed. Throws a `GateError` where a row contradicts itself or
 * is excluded for a reason that the measure does not declare, since the steps would not add up.
 */
export async function countWaterfall(
  warehouse: Warehouse,
  measure: Measure,
  { asOf }: { asOf: string },
): Promise<WaterfallStep[]> {
  const tallies = await warehouse.rows<Tally>(tallySql(measure));
  refuseContradictions(measure, tallies);
  const instruments = [...new Set(tallies.map(({ instrument }) => instrument))];
  return instruments.flatMap((instrument) =>
    measure.windows.flatMap((window) => {
      const own = tallies.filter((tally) => tally.instrument === instrument && tally.window === window);
      if (own.length === 0) return [];
      const grain = repeatedGrain(measure);
      const period_start = grain ? latestClosed(tallies, { grain, window, asOf }) : null;
      if (period_start === undefined) return [];
      const counted = own.filter((tally) => tally.period_start === period_start);
      return steps(measure, { instrument, window, period_start }, counted);
    }),
  );
}

/** First day of the latest period whose windows have closed, of those from the first unit to the last; undefined where none has. */
function latestClosed(
  tallies: readonly Tally[],
  { grain, window, asOf }: { grain: RepeatedGrain; window: string; asOf: string },
): string | null | undefined {
  const starts = tallies.flatMap(({ period_start }) => period_start ?? []).sort();
  return periodsBetween(grain, starts.at(0) ?? asOf, starts.at(-1) ?? asOf).findLast(
    (period) => cohortOf({ ...period, window }, asOf) === "closed",
  )?.period_start;
}

/** One tally per reason, and per period where people are counted again in each. */
function tallySql(measure: Measure): string {
  const period = repeatedGrain(measure) ? "unit.period_start" : "CAST(NULL AS DATE)";
  return `
    WITH unit AS (SELECT * FROM measure.${identifier(measure.id)}),
    in_use AS (SELECT DISTINCT instrument FROM unit WHERE period_start IS NOT NULL)
    SELECT
      unit.instrument, unit."window", ${period} AS period_start, unit.exclusion_reason,
      count(*) AS units,
      CAST(sum(unit.observed) AS BIGINT) AS observed,
      CAST(sum(unit.numerator) AS BIGINT) AS numerator,
      count(*) FILTER (
        WHERE unit.denominator <> CASE WHEN unit.exclusion_reason IS NULL THEN 1 ELSE 0 END
        OR unit.observed NOT BETWEEN unit.numerator AND unit.denominator
        OR unit.numerator < 0
      ) AS contradictions
    FROM unit JOIN in_use ON in_use.instrument = unit.instrument
    GROUP BY ALL
    ORDER BY ALL`;
}

type Series = Pick<WaterfallStep, "instrument" | "window" | "period_start">;

function steps({ id, exclusions }: Measure, series: Series, tallies: readonly Tally[]): WaterfallStep[] {
  const unitsFor = (reason: string | null) =>
    tallies.find((tally) => tally.exclusion_reason === reason)?.units ?? 0;
  const { observed = 0, numerator = 0 } = tallies.find((tally) => tally.exclusion_reason === null) ?? {};
  const denominator = unitsFor(null);
  const flow: readonly (readonly [string, number])[] = [
    ["all", tallies.reduce((sum, { units }) => sum + units, 0)],
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
  const contradictions = tallies.reduce((sum, tally) => sum + tally.contradictions, 0);
  if (contradictions > 0)
    throw new GateError(
      `measure ${id}: ${contradictions} rows contradict themselves (numerator, observed, denominator, exclusion)`,
    );
  const declared = new Set<string>(exclusions);
  const unknown = tallies.filter(
    ({ exclusion_reason }) => exclusion_reason !== null && !declared.has(exclusion_reason),
  );
  if (unknown.length > 0)
    throw new GateError(`measure ${id}: units are excluded for a reason that it does not declare`);
}
