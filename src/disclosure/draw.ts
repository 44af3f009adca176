import type { CountCell, WaterfallStep } from "../reference/cells.ts";
import { missingFollowUp } from "../stats/missing_follow_up.ts";
import { wilson } from "../stats/wilson.ts";
import type { Policy } from "./policy.ts";
import type { CellStatus, ReleasedCell, ReleasedStep } from "./released.ts";
import { sanitise } from "./sanitise.ts";
import type { Shown } from "./shown_counts.ts";

/** A cell as it is published: rounded counts where they are shown, and rates and intervals of the rounded counts. */
export function drawCell(
  { denominator: n, observed: seen, numerator: met, cohort, ...key }: CountCell,
  shown: Shown,
  policy: Policy,
): ReleasedCell {
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

/** A step as it is published. */
export function drawStep({ units, ...step }: WaterfallStep, show: boolean, policy: Policy): ReleasedStep {
  return { ...step, units: sanitise(units, show, policy), status: show ? "shown" : "suppressed" };
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
