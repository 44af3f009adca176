import { GateError } from "../errors.ts";
import type { Measure } from "../measures/measure.ts";
import type { WaterfallStep } from "../reference/cells.ts";
import { isPossible } from "../reference/exclusions.ts";
import { findWindow } from "../reference/windows.ts";
import { identifier, type Row, type Warehouse } from "../warehouse/warehouse.ts";

interface Tally extends Row {
  instrument: string;
  window: string;
  exclusion_reason: string | null;
  units: number;
  observed: number;
  numerator: number;
  contradictions: number;
}

/**
 * From every unit to the numerator, per instrument with a baseline and window: `all` less the exclusions is `denominator`,
 * which is `not_observed` and `observed`, which is `not_met` and `numerator`. Throws a `GateError` where a row contradicts
 * itself or is excluded for a reason that the measure does not declare, since the steps would not add up.
 */
export async function countWaterfall(warehouse: Warehouse, measure: Measure): Promise<WaterfallStep[]> {
  const tallies = await warehouse.rows<Tally>(tallySql(measure.id));
  refuseContradictions(measure, tallies);
  const instruments = [...new Set(tallies.map(({ instrument }) => instrument))];
  return instruments.flatMap((instrument) =>
    measure.windows.flatMap((window) =>
      steps(
        measure,
        tallies.filter((tally) => tally.instrument === instrument && tally.window === window),
      ),
    ),
  );
}

function tallySql(measure: string): string {
  return `
    WITH unit AS (SELECT * FROM measure.${identifier(measure)}),
    in_use AS (SELECT DISTINCT instrument FROM unit WHERE period_start IS NOT NULL)
    SELECT
      unit.instrument, unit."window", unit.exclusion_reason,
      count(*) AS units,
      CAST(sum(unit.observed) AS BIGINT) AS observed,
      CAST(sum(unit.numerator) AS BIGINT) AS numerator,
      count(*) FILTER (
        WHERE unit.denominator <> CASE WHEN unit.exclusion_reason IS NULL THEN 1 ELSE 0 END
        OR unit.observed NOT BETWEEN unit.numerator AND unit.denominator
        OR unit.numerator < 0
      ) AS contradictions
    FROM unit JOIN in_use ON in_use.instrument = unit.instrument
    GROUP BY unit.instrument, unit."window", unit.exclusion_reason
    ORDER BY unit.instrument, unit."window", unit.exclusion_reason`;
}

function steps({ id, exclusions }: Measure, tallies: readonly Tally[]): WaterfallStep[] {
  const [first] = tallies;
  if (!first) return [];
  const unitsFor = (reason: string | null) =>
    tallies.find((tally) => tally.exclusion_reason === reason)?.units ?? 0;
  const { observed = 0, numerator = 0 } = tallies.find((tally) => tally.exclusion_reason === null) ?? {};
  const denominator = unitsFor(null);
  const flow: readonly (readonly [string, number])[] = [
    ["all", tallies.reduce((sum, { units }) => sum + units, 0)],
    ...exclusions
      .filter((reason) => isPossible(reason, findWindow(first.window)))
      .map((reason) => [reason, unitsFor(reason)] as const),
    ["denominator", denominator],
    ["not_observed", denominator - observed],
    ["observed", observed],
    ["not_met", observed - numerator],
    ["numerator", numerator],
  ];
  return flow.map(([step, units], step_order) => ({
    measure: id,
    instrument: first.instrument,
    window: first.window,
    step_order,
    step,
    units,
  }));
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
