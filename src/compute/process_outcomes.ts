import type { ProcessOutcome } from "../measures/process_outcomes.ts";
import type { ProcessOutcomeRow } from "../reference/process_outcome.ts";
import { newcombeDifference } from "../stats/newcombe_difference.ts";
import { identifier, type Row, type Warehouse } from "../warehouse/warehouse.ts";

interface Tally extends Row {
  done: number;
  people: number;
  measured: number;
  met: number;
}

/** Holds those who got each step of care against those who did not; pairs of which a measure was not computed are left out. */
export async function compareOutcomes(
  warehouse: Warehouse,
  pairs: readonly ProcessOutcome[],
  computed: readonly string[],
): Promise<ProcessOutcomeRow[]> {
  const rows: ProcessOutcomeRow[] = [];
  for (const pair of pairs) {
    if (![pair.process, pair.outcome].every((id) => computed.includes(id))) continue;
    const tallies = await warehouse.rows<Tally>(tallySql(pair));
    rows.push(compare(pair, tallies));
  }
  return rows;
}

const tallySql = ({ process, outcome }: ProcessOutcome): string => `
  SELECT
    process.numerator AS done,
    count(*) AS people,
    CAST(sum(outcome.observed) AS BIGINT) AS measured,
    CAST(sum(outcome.numerator) AS BIGINT) AS met
  FROM measure.${identifier(process)} AS process
  JOIN measure.${identifier(outcome)} AS outcome ON outcome.unit_id = process.unit_id
  WHERE process.denominator = 1 AND outcome.denominator = 1
  GROUP BY process.numerator
  ORDER BY process.numerator`;

function compare(pair: ProcessOutcome, tallies: readonly Tally[]): ProcessOutcomeRow {
  const group = (done: number) => {
    const { people = 0, measured = 0, met = 0 } = tallies.find((tally) => tally.done === done) ?? {};
    return { people, measured, met };
  };
  const [withStep, without] = [group(1), group(0)];
  const difference = newcombeDifference(
    { numerator: withStep.met, denominator: withStep.people },
    { numerator: without.met, denominator: without.people },
  );
  return {
    ...pair,
    with_people: withStep.people,
    with_measured: withStep.measured,
    with_met: withStep.met,
    without_people: without.people,
    without_measured: without.measured,
    without_met: without.met,
    difference: difference?.value ?? null,
    lower: difference?.lower ?? null,
    upper: difference?.upper ?? null,
  };
}
