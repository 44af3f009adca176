import { ALL, type CellKey } from "../reference/cells.ts";
import { proportion } from "../stats/proportion.ts";
import { gapsOf } from "./compare_groups.ts";
import { nearestPeople } from "./nearest.ts";
import type { Policy } from "./policy.ts";
import { ratiosOf } from "./protect_adjusted.ts";
import { shareOf } from "./protect_imputed.ts";
import type { Expected } from "./recompute.ts";
import type { ReleasedAdjusted, ReleasedCell, ReleasedImputed, ReleasedRiskGroup } from "./released.ts";

/** Counts, ratio and risk-adjusted rate of each clinic, given the published number that the model expects; that is only held to its steps. */
export function expectedOfAdjusted(
  rows: readonly ReleasedAdjusted[],
  cells: readonly ReleasedCell[],
  policy: Policy,
): Expected[] {
  const find = finder(cells);
  return rows.map((row): Expected => {
    const cell = find(row);
    const overall = find({ ...row, clinic_id: ALL })?.value ?? null;
    const { expected } = row;
    if (row.status !== "shown" || !expected || cell?.numerator == null || overall === null) return NO_RATIO;
    const { denominator: people, numerator: met } = cell;
    return {
      people,
      met,
      expected: nearestPeople(expected, policy),
      ...ratiosOf({ met, expected, overall }),
    };
  });
}

const NO_RATIO = { people: null, met: null, expected: null, ratio: null, adjusted: null };

/** Rates of each risk group, from its published counts. */
export function expectedOfRiskGroup(row: ReleasedRiskGroup, policy: Policy): Expected {
  const { people, met, expected } = row;
  if (people === null || met === null || expected === null) return { value: null, expected_value: null };
  const {
    value = null,
    lower = null,
    upper = null,
  } = proportion({ numerator: met, denominator: people }) ?? {};
  return {
    value,
    lower,
    upper,
    expected: nearestPeople(expected, policy),
    expected_value: people === 0 ? null : expected / people,
  };
}

/** Of how many each imputed rate is, and the rates as whole steps of people: what was imputed cannot be worked out again. */
export function expectedOfImputed(
  rows: readonly ReleasedImputed[],
  cells: readonly ReleasedCell[],
  policy: Policy,
): Expected[] {
  const find = finder(cells);
  return rows.map((row): Expected => {
    const { denominator, observed } = find({ ...row, clinic_id: ALL }) ?? {};
    if (row.status !== "shown" || !denominator || observed == null)
      return { people: null, value: null, lower: null, upper: null, of_missing: null };
    const of = (rate: number | null, people: number) =>
      rate === null || people === 0 ? null : shareOf(rate, people, policy);
    return {
      people: denominator,
      value: of(row.value, denominator),
      lower: of(row.lower, denominator),
      upper: of(row.upper, denominator),
      of_missing: of(row.of_missing, denominator - observed),
      of_missing_at_floor: of(row.of_missing_at_floor, denominator - observed),
    };
  });
}

/** Every gap, whole, from the cells. */
export const expectedOfGaps = (cells: readonly ReleasedCell[]): Expected[] =>
  gapsOf(cells).map((gap) => ({ ...gap }));

type Place = Pick<CellKey, "measure" | "instrument" | "window" | "clinic_id">;

/** Finds the cell of everyone over all time, of the programme or a clinic. */
function finder(cells: readonly ReleasedCell[]): (place: Place) => ReleasedCell | undefined {
  const keyOf = ({ measure, instrument, window, clinic_id }: Place) =>
    JSON.stringify([measure, instrument, window, clinic_id]);
  const overAll = cells.filter(({ period_grain, stratum }) => period_grain === ALL && stratum === ALL);
  const byKey = new Map(overAll.map((cell) => [keyOf(cell), cell]));
  return (place) => byKey.get(keyOf(place));
}
