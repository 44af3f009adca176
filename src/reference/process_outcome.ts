/**
 * How those who got a step of care did, beside those who did not, in exact counts: people eligible for both step and outcome, how
 * many of them were measured, and how many met the outcome. `difference` is the rate with less the rate without, of everyone
 * eligible, from -1 to 1, with its 95 % Newcombe interval; null where either group is empty.
 */
export interface ProcessOutcomeRow {
  process: string;
  outcome: string;
  with_people: number;
  with_measured: number;
  with_met: number;
  without_people: number;
  without_measured: number;
  without_met: number;
  difference: number | null;
  lower: number | null;
  upper: number | null;
}
