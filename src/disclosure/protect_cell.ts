import { ALL, type CountCell } from "../reference/cells.ts";
import { missingFollowUp } from "../stats/missing_follow_up.ts";
import { wilson } from "../stats/wilson.ts";
import type { Policy } from "./policy.ts";
import type { CellStatus, ReleasedCell } from "./released.ts";
import { sanitise } from "./sanitise.ts";
import { EVERY_ZERO, type OpenZeros, type Shown, shownCounts } from "./shown_counts.ts";

const NOTHING: Shown = { denominator: false, observed: false, numerator: false };

/** Whether a cell speaks of everyone in the programme, rather than of a clinic or a stratum level. */
export const isWholeProgramme = ({ clinic_id, stratum }: CountCell): boolean =>
  clinic_id === ALL && stratum === ALL;

/** Protects one cell. `openZeros` are the zero differences that its series publishes for the whole programme. */
export function protectCell(cell: CountCell, openZeros: OpenZeros, policy: Policy): ReleasedCell {
  const { denominator: n, observed: seen, numerator: met, cohort, ...key } = cell;
  const counted = shownCounts(cell, isWholeProgramme(cell) ? EVERY_ZERO : openZeros, policy);
  const shown = cohort === "open" ? NOTHING : counted;
  const denominator = sanitise(n, shown.denominator, policy);
  const observed = sanitise(seen, shown.observed, policy);
  const numerator = sanitise(met, shown.numerator, policy);
  const overall = rate(numerator, denominator);
  const amongSeen = rate(numerator, observed);
  return {
    ...key,
    denominator,
    observed,
    numerator,
    value: overall.value,
    lower: overall.lower,
    upper: overall.upper,
    observed_value: amongSeen.value,
    observed_lower: amongSeen.lower,
    observed_upper: amongSeen.upper,
    follow_up: rate(observed, denominator).value,
    highest_possible: highestPossible(denominator, observed, numerator),
    cohort,
    status: cohort === "open" ? "pending" : status(shown, denominator),
  };
}

function status(shown: Shown, denominator: number | null): CellStatus {
  if (!(shown.denominator && shown.observed && shown.numerator)) return "suppressed";
  return denominator === 0 ? "no_value" : "shown";
}

const NO_RATE = { value: null, lower: null, upper: null };

/** A rate with its 95 % interval from published counts alone; nothing where a part is hidden or nobody is counted. */
function rate(successes: number | null, n: number | null) {
  if (successes === null || n === null) return NO_RATE;
  const interval = wilson(successes, n);
  return interval ? { value: successes / n, lower: interval.lower, upper: interval.upper } : NO_RATE;
}

/** The upper one of the bounds that no assumption about the missing can leave; `value` is the lower one. */
function highestPossible(
  eligible: number | null,
  observed: number | null,
  successes: number | null,
): number | null {
  if (eligible === null || observed === null || successes === null) return null;
  return missingFollowUp({ eligible, observed, successes }).bounds?.best ?? null;
}
