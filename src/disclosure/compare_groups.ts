import { group } from "d3";
import { ALL, type CellKey } from "../reference/cells.ts";
import type { Edition } from "../reference/disclosure_rules.ts";
import { COMPARED, EQUITY_STRATA, type Role } from "../reference/equity.ts";
import { UNKNOWN } from "../reference/strata.ts";
import { empiricalBayes } from "../stats/empirical_bayes.ts";
import type { Estimate } from "../stats/estimate.ts";
import { newcombeDifference } from "../stats/newcombe_difference.ts";
import type { Proportion } from "../stats/proportion.ts";
import { mint } from "./mint.ts";
import type { Policy } from "./policy.ts";
import type { Released, ReleasedCell, ReleasedGap } from "./released.ts";

/**
 * Compares each group of people with everyone else in the programme on the measures of `COMPARED`, over all time, or in the latest
 * month that has closed for what is counted by month only. A function of released cells alone, so it tells nothing that they do
 * not. The difference has Newcombe's interval; in patients it is how many more of the group would have met the measure had it
 * done as the others. Small groups swing by chance, so each is also drawn towards the programme (empirical Bayes among the
 * groups of its attribute).
 */
export function compareGroups<E extends Edition>(
  cells: Released<readonly ReleasedCell[], E>,
  policy: Policy<E>,
): Released<readonly ReleasedGap[], E> {
  return mint(gapsOf(cells), policy);
}

/** Every group beside everyone else, from the cells of a release. */
export function gapsOf(cells: readonly ReleasedCell[]): ReleasedGap[] {
  return COMPARED.flatMap(({ measure, window, role }) => {
    const own = cells.filter(
      (cell) => cell.measure === measure && cell.window === window && cell.clinic_id === ALL,
    );
    return [...group(own, ({ instrument }) => instrument).values()].flatMap((series) =>
      ofSeries(series, role),
    );
  });
}

/** One measure on one instrument: every group of every attribute, in one period. */
function ofSeries(cells: readonly ReleasedCell[], role: Role): ReleasedGap[] {
  const whole = programme(cells.filter(({ stratum }) => stratum === ALL));
  if (!whole) return [];
  const alike = cells.filter(
    (cell) => cell.period_grain === whole.period_grain && cell.period_start === whole.period_start,
  );
  return EQUITY_STRATA.flatMap((stratum) => {
    const groups = alike.filter((cell) => cell.stratum === stratum && cell.level !== UNKNOWN);
    const shown = groups.filter((cell) => countsOf(cell) !== null);
    const drawn = empiricalBayes(shown.flatMap((cell) => countsOf(cell) ?? []));
    return groups.map((cell): ReleasedGap => {
      const steadied = drawn?.groups[shown.indexOf(cell)];
      return {
        ...keyOf(cell),
        role,
        ...gapOf(countsOf(cell), countsOf(whole)),
        steadied: steadied?.value ?? null,
        steadied_lower: steadied?.lower ?? null,
        steadied_upper: steadied?.upper ?? null,
        own_weight: steadied?.weight ?? null,
        status: cell.status === "shown" && countsOf(cell) === null ? "suppressed" : cell.status,
      };
    });
  });
}

/** Over all time, else in the latest month that has closed. */
function programme(wholes: readonly ReleasedCell[]): ReleasedCell | undefined {
  const byStart = wholes
    .filter(({ period_grain, cohort }) => period_grain === "month" && cohort === "closed")
    .sort((a, b) => String(a.period_start).localeCompare(String(b.period_start)));
  return wholes.find(({ period_grain }) => period_grain === ALL) ?? byStart.at(-1);
}

type Gap = Omit<
  ReleasedGap,
  keyof CellKey | "role" | "steadied" | "steadied_lower" | "steadied_upper" | "own_weight" | "status"
>;

function gapOf(own: Proportion | null, whole: Proportion | null): Gap {
  if (!own) return NO_GAP;
  const value = own.numerator / own.denominator;
  const others = whole && {
    numerator: whole.numerator - own.numerator,
    denominator: whole.denominator - own.denominator,
  };
  const isPart = others && others.numerator >= 0 && others.numerator <= others.denominator;
  const difference = isPart ? newcombeDifference(own, others) : null;
  if (!difference || !others) return { ...NO_GAP, people: own.denominator, value };
  return {
    people: own.denominator,
    value,
    others: others.numerator / others.denominator,
    difference: difference.value,
    difference_lower: difference.lower,
    difference_upper: difference.upper,
    more_needed: -difference.value * own.denominator,
    more_needed_lower: -difference.upper * own.denominator,
    more_needed_upper: -difference.lower * own.denominator,
    finding: findingOf(difference),
  };
}

function findingOf({ lower, upper }: Estimate): ReleasedGap["finding"] {
  if (lower > 0) return "more";
  return upper < 0 ? "fewer" : "no_clear_difference";
}

const NO_GAP: Gap = {
  people: null,
  value: null,
  others: null,
  difference: null,
  difference_lower: null,
  difference_upper: null,
  more_needed: null,
  more_needed_lower: null,
  more_needed_upper: null,
  finding: "not_compared",
};

function keyOf({ measure, instrument, window, period_grain, period_start, ...rest }: ReleasedCell): CellKey {
  const { period_end, clinic_id, stratum, level } = rest;
  return { measure, instrument, window, period_grain, period_start, period_end, clinic_id, stratum, level };
}

/** What can be compared: both counts, of somebody. */
function countsOf({ denominator, numerator }: ReleasedCell): Proportion | null {
  return denominator === null || numerator === null || denominator === 0 ? null : { numerator, denominator };
}
