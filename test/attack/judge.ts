import type { CountCell, WaterfallStep } from "../../src/reference/cells.ts";
import type { Attack } from "./attack.ts";
import type { Friend } from "./learn.ts";
import type { Memory } from "./remember.ts";
import type { Unknowns } from "./unknowns.ts";

/** How an attack went, judged by somebody who knows the truth. */
export interface Verdict {
  /** Unknowns that had to stay open: 1 to the threshold, and zeros that are not told of everyone. */
  protected: number;
  /** Of those, how many the attacker knows exactly, and how many to fewer than five values (the exact ones among them). */
  exact: number;
  cornered: number;
  /** Unknowns whose truth the attacker has ruled out: a fault of the attacker, or of taking it that nothing has changed since an earlier release. */
  wrong: number;
  /** Fewest values that any of them was left with. */
  tightest: number;
}

/** A small end explains why the other is hidden, so that a friend says no more. */
const ENDS: Partial<Record<keyof Unknowns, readonly (keyof Unknowns)[]>> = {
  notObserved: ["denominator", "observed"],
  notMet: ["observed", "numerator"],
  notSuccess: ["denominator", "numerator"],
};

/** The same of steps: a difference is hidden where the count that it leads to is. */
const STEP_ENDS: Record<string, string> = { not_observed: "observed", not_met: "numerator" };

const sameSeries = (a: WaterfallStep, b: WaterfallStep): boolean =>
  a.measure === b.measure && a.instrument === b.instrument && a.window === b.window;

/** Somebody inside who knows the exact counts, given in the order of the release. */
export function friendInside(
  cells: readonly CountCell[],
  steps: readonly WaterfallStep[],
  hideAtMost: number,
): Friend {
  return {
    isSmall: (place, name) => {
      const cell = cells[place];
      if (!cell) return false;
      const counts = unknownsOf(cell);
      const isExplained = (ENDS[name] ?? []).some((end) => counts[end] <= hideAtMost);
      return counts[name] <= hideAtMost && !isExplained;
    },
    isSmallStep: (place) => {
      const step = steps[place];
      const end = step && STEP_ENDS[step.step];
      const isExplained = (other: WaterfallStep) =>
        step !== undefined && other.step === end && sameSeries(other, step) && other.units <= hideAtMost;
      return step !== undefined && step.units <= hideAtMost && !(end && steps.some(isExplained));
    },
  };
}

const unknownsOf = ({ denominator, observed, numerator }: CountCell): Record<keyof Unknowns, number> => ({
  denominator,
  observed,
  numerator,
  notObserved: denominator - observed,
  notMet: observed - numerator,
  notSuccess: denominator - numerator,
});

/** Whom the counts of a release count of the people of these tables, in its order. */
export const countedIn =
  (own: readonly CountCell[]): NonNullable<Friend["counts"]> =>
  (place, name) => {
    const cell = own[place];
    return cell !== undefined && unknownsOf(cell)[name] > 0;
  };

/** What a friend inside tells of an earlier release: exact counts as they were then, and of the same months as they are today, in its order. */
export const changeInside =
  (then: readonly CountCell[], again: readonly CountCell[]): Memory["change"] =>
  (place, name) => {
    const [before, after] = [then[place], again[place]];
    if (!before || !after) throw new Error("the releases are not of the same months");
    return unknownsOf(after)[name] - unknownsOf(before)[name];
  };

/** Compares what the attacker worked out with the exact counts, given in the order of the release. */
export function judge(
  attack: Attack,
  cells: readonly CountCell[],
  steps: readonly WaterfallStep[],
  hideAtMost: number,
): Verdict {
  const verdict: Verdict = {
    protected: 0,
    exact: 0,
    cornered: 0,
    wrong: 0,
    tightest: Number.POSITIVE_INFINITY,
  };
  const cornered = new Set(attack.cornered);
  for (const [unknown, truth] of truths(attack, cells, steps)) {
    const { lo, hi } = attack.bounds.get(unknown) ?? { lo: Number.NaN, hi: Number.NaN };
    const isWrong = !(lo <= truth && truth <= hi);
    if (isWrong) verdict.wrong += 1;
    if (truth > hideAtMost || attack.open.has(unknown)) continue;
    verdict.protected += 1;
    if (!isWrong) verdict.tightest = Math.min(verdict.tightest, hi - lo + 1);
    if (!cornered.has(unknown) || isWrong) continue;
    verdict.cornered += 1;
    if (lo === hi) verdict.exact += 1;
  }
  return verdict;
}

function truths(
  attack: Attack,
  cells: readonly CountCell[],
  steps: readonly WaterfallStep[],
): Map<string, number> {
  const truth = new Map<string, number>();
  for (const [place, cell] of cells.entries()) {
    const names = attack.cells[place];
    if (!names) throw new Error("the release lacks a row");
    for (const [name, count] of Object.entries(unknownsOf(cell)))
      truth.set(names[name as keyof Unknowns], count);
  }
  for (const [place, { units }] of steps.entries()) truth.set(attack.steps[place] ?? "", units);
  return truth;
}
