import { GateError } from "../errors.ts";
import type { WaterfallStep } from "../reference/cells.ts";
import type { Policy } from "./policy.ts";
import { mayShow } from "./sanitise.ts";
import { EVERY_ZERO, shownCounts } from "./shown_counts.ts";

/** The steps that every waterfall has; any other step is an exclusion. */
const FLOW = ["all", "denominator", "not_observed", "observed", "not_met", "numerator"] as const;
type FlowStep = (typeof FLOW)[number];

/**
 * Decides which steps of one series' waterfall may be shown, by themselves. The nested counts are shown exactly where the
 * cell of the whole programme shows them, and a difference where both of its ends are.
 */
export function shownSteps(steps: readonly WaterfallStep[], policy: Policy): boolean[] {
  const flow = readFlow(steps);
  const exclusions = steps.filter(({ step }) => !isFlow(step));
  checkSums(flow, exclusions);
  const counts = shownCounts(flow, EVERY_ZERO, policy);
  const shown = new Set<string>([
    ...(counts.denominator ? ["denominator"] : []),
    ...(counts.observed ? ["observed", "not_observed"] : []),
    ...(counts.numerator ? ["numerator"] : []),
    ...(counts.observed && counts.numerator ? ["not_met"] : []),
    ...shownExclusions(flow, exclusions, counts.denominator, policy),
  ]);
  return steps.map(({ step }) => shown.has(step));
}

/**
 * `all` less everything shown beside it is what the hidden steps add up to, so that sum must be safe too: hide the next
 * smallest exclusion until it is, and `all` where there is none left.
 */
function shownExclusions(
  flow: Record<FlowStep, number>,
  exclusions: readonly WaterfallStep[],
  denominatorShown: boolean,
  policy: Policy,
): string[] {
  const safe = (units: number) => mayShow(units, true, policy);
  const shown = exclusions.filter(({ units }) => safe(units)).sort((a, b) => a.units - b.units);
  let hidden = flow.all - sum(shown) - (denominatorShown ? flow.denominator : 0);
  while (safe(flow.all) && !safe(hidden)) {
    const next = shown.findIndex(({ units }) => units > 0);
    if (next < 0) return names(shown);
    hidden += sum(shown.splice(next, 1));
  }
  return [...names(shown), ...(safe(flow.all) ? ["all"] : [])];
}

function readFlow(steps: readonly WaterfallStep[]): Record<FlowStep, number> {
  const units = new Map(steps.map((step) => [step.step, step.units]));
  const read = (step: FlowStep) => {
    const count = units.get(step);
    if (count === undefined) throw new GateError(`a waterfall lacks its step ${step}`);
    return count;
  };
  return {
    all: read("all"),
    denominator: read("denominator"),
    not_observed: read("not_observed"),
    observed: read("observed"),
    not_met: read("not_met"),
    numerator: read("numerator"),
  };
}

function checkSums(flow: Record<FlowStep, number>, exclusions: readonly WaterfallStep[]): void {
  const balances =
    exclusions.every(({ units }) => Number.isSafeInteger(units) && units >= 0) &&
    flow.all === sum(exclusions) + flow.denominator &&
    flow.denominator === flow.not_observed + flow.observed &&
    flow.observed === flow.not_met + flow.numerator;
  if (!balances) throw new GateError("a waterfall does not add up; its steps must before they are protected");
}

const isFlow = (step: string): boolean => (FLOW as readonly string[]).includes(step);
const sum = (steps: readonly WaterfallStep[]): number => steps.reduce((total, { units }) => total + units, 0);
const names = (steps: readonly WaterfallStep[]): string[] => steps.map(({ step }) => step);
