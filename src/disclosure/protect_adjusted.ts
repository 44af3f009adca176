import { group } from "d3";
import { ALL, type CountCell } from "../reference/cells.ts";
import type { Edition } from "../reference/disclosure_rules.ts";
import type { AdjustedClinic, CohortKey, RiskGroupCounts } from "../reference/modelled.ts";
import { scaledCount } from "../stats/scaled_count.ts";
import { mint } from "./mint.ts";
import { nearestPeople } from "./nearest.ts";
import type { Policy } from "./policy.ts";
import { protect } from "./protect.ts";
import type { Released, ReleasedAdjusted, ReleasedCell, ReleasedRiskGroup } from "./released.ts";

/**
 * Protects clinics after adjustment for case mix, each beside the released cell of its own, whose rounded counts are all that
 * is told of its people and of those who met the measure; where that cell is hidden, so is everything here. What the model
 * expects of a clinic is a sum of probabilities, one a person, and over the programme it adds up to those who met the measure:
 * one person adds less than 1 to it, so it is rounded as a count is. Ratio, rate and intervals are functions of the rounded
 * numbers. The label is of exact ones, and like a funnel's it says on which side of a limit a clinic lies, no more.
 */
export function protectAdjusted<E extends Edition>(
  clinics: readonly AdjustedClinic[],
  cells: Released<readonly ReleasedCell[], E>,
  policy: Policy<E>,
): Released<readonly ReleasedAdjusted[], E> {
  const byKey = new Map(cells.filter(isOverAll).map((cell) => [keyOf(cell), cell]));
  return mint(
    clinics.map(({ measure, instrument, window, clinic_id, expected, label }): ReleasedAdjusted => {
      const key = { measure, instrument, window, clinic_id };
      const cell = byKey.get(keyOf(key));
      const overall = byKey.get(keyOf({ ...key, clinic_id: ALL }))?.value ?? null;
      const rounded = nearestPeople(expected, policy);
      if (cell?.status !== "shown" || cell.numerator === null || overall === null || rounded === 0)
        return { ...key, ...NOT_TOLD, status: "suppressed" };
      return {
        ...key,
        people: cell.denominator,
        met: cell.numerator,
        expected: rounded,
        ...ratiosOf({ met: cell.numerator, expected: rounded, overall }),
        label,
        status: "shown",
      };
    }),
    policy,
  );
}

/** Ratio and risk-adjusted rate of published numbers; `overall` is the programme's rate. */
export function ratiosOf({ met, expected, overall }: { met: number; expected: number; overall: number }) {
  const ratio = scaledCount(met, 1 / expected);
  const rate = scaledCount(met, overall / expected);
  return {
    ratio: ratio.value,
    ratio_lower: ratio.lower,
    ratio_upper: ratio.upper,
    adjusted: rate.value,
    adjusted_lower: rate.lower,
    adjusted_upper: rate.upper,
  };
}

const NOT_TOLD = {
  people: null,
  met: null,
  expected: null,
  ratio: null,
  ratio_lower: null,
  ratio_upper: null,
  adjusted: null,
  adjusted_lower: null,
  adjusted_upper: null,
  label: null,
};

const isOverAll = ({ period_grain, stratum }: ReleasedCell): boolean =>
  period_grain === ALL && stratum === ALL;

const isWhole = (cell: ReleasedCell): boolean => isOverAll(cell) && cell.clinic_id === ALL;

const keyOf = ({ measure, instrument, window, clinic_id }: CohortKey & { clinic_id: string }): string =>
  JSON.stringify([measure, instrument, window, clinic_id]);

/**
 * Protects the groups of people by which a model's fit is judged. Their counts part the programme's in a way that no other
 * table does, so they pass the rule and the gate of cells by themselves, beside the whole that they add up to, and are told only
 * where that is shown; what the model expects of a group is rounded like its counts and told where they are.
 */
export function protectRiskGroups<E extends Edition>(
  groups: readonly RiskGroupCounts[],
  released: Released<readonly ReleasedCell[], E>,
  policy: Policy<E>,
): Released<readonly ReleasedRiskGroup[], E> {
  const wholesShown = new Set(
    released
      .filter(({ status }) => status === "shown")
      .filter(isWhole)
      .map(keyOf),
  );
  const cohorts = [
    ...group(groups, ({ measure, instrument, window }) => [measure, instrument, window].join("|")).values(),
  ];
  const wholes = cohorts.map((own) => toCell(own, ALL));
  const parts = groups.map((one) => toCell([one], String(one.risk_group)));
  const { cells } = protect([...wholes, ...parts], [], policy);
  return mint(
    groups.map(({ measure, instrument, window, risk_group, expected }, i): ReleasedRiskGroup => {
      const key = { measure, instrument, window, risk_group };
      const cell = cells[wholes.length + i];
      const isShown = cell?.status === "shown" && wholesShown.has(keyOf({ ...key, clinic_id: ALL }));
      if (!isShown || cell.denominator === null) return { ...key, ...NO_GROUP, status: "suppressed" };
      const rounded = nearestPeople(expected, policy);
      return {
        ...key,
        people: cell.denominator,
        met: cell.numerator,
        expected: rounded,
        value: cell.value,
        lower: cell.lower,
        upper: cell.upper,
        expected_value: rounded / cell.denominator,
        status: "shown",
      };
    }),
    policy,
  );
}

const NO_GROUP = {
  people: null,
  met: null,
  expected: null,
  value: null,
  lower: null,
  upper: null,
  expected_value: null,
};

/** People grouped by what is expected of them as a cell; the whole is of all groups. */
function toCell(groups: readonly RiskGroupCounts[], level: string): CountCell {
  const total = (count: "people" | "met") => groups.reduce((sum, one) => sum + one[count], 0);
  const [{ measure = "", instrument = "", window = "" } = {}] = groups;
  return {
    measure,
    instrument,
    window,
    period_grain: ALL,
    period_start: null,
    period_end: null,
    clinic_id: ALL,
    stratum: level === ALL ? ALL : "risk_group",
    level,
    denominator: total("people"),
    observed: total("people"),
    numerator: total("met"),
    cohort: "closed",
  };
}
