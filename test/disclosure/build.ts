import { decide } from "../../src/disclosure/decide.ts";
import { drawCell, drawStep } from "../../src/disclosure/draw.ts";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import type { Released, ReleasedCell, ReleasedStep } from "../../src/disclosure/released.ts";
import { NOTHING } from "../../src/disclosure/shown_counts.ts";
import {
  ALL,
  type CellKey,
  type CountCell,
  type MomentCell,
  type WaterfallStep,
} from "../../src/reference/cells.ts";

/** What the public rule alone makes of rows, one by one, whether or not they add up. */
export function byRuleAlone(cells: readonly CountCell[], steps: readonly WaterfallStep[] = []) {
  const draft = decide(cells, steps, PUBLIC);
  const drawn = draft.cells.map((row, at) => drawCell(row, draft.shownCells[at] ?? NOTHING, PUBLIC));
  const drawnSteps = draft.steps.map((row, at) => drawStep(row, draft.shownSteps[at] ?? false, PUBLIC));
  return {
    cells: drawn as unknown as Released<readonly ReleasedCell[]>,
    steps: drawnSteps as unknown as Released<readonly ReleasedStep[]>,
  };
}

/** A cell of the whole programme over all time, unless told otherwise. */
export function cell(changes: Partial<CountCell> = {}): CountCell {
  return {
    measure: "response",
    instrument: "phq9",
    window: "10w",
    period_grain: "all",
    period_start: null,
    period_end: null,
    clinic_id: ALL,
    stratum: ALL,
    level: ALL,
    denominator: 100,
    observed: 80,
    numerator: 40,
    cohort: "closed",
    ...changes,
  };
}

/** A cell of one clinic. */
export const clinicCell = (changes: Partial<CountCell> = {}): CountCell =>
  cell({ clinic_id: "north", ...changes });

/** The scores of a group of which the programme knows the changes and the baselines; by default those of `cell()`. */
export function momentCell({
  changes = Array.from({ length: 80 }, (_, i) => (i % 12) - 2),
  baselines = Array.from({ length: 100 }, (_, i) => 10 + (i % 18)),
  ...key
}: Partial<CellKey & { changes: readonly number[]; baselines: readonly number[] }> = {}): MomentCell {
  const { denominator: _n, observed: _seen, numerator: _met, cohort: _when, ...place } = cell(key);
  const value = moments(changes);
  return { ...place, unit: "points", range: 27, value, held: value, baseline: moments(baselines) };
}

const moments = (values: readonly number[]) => ({
  n: values.length,
  sum: values.reduce((total, value) => total + value, 0),
  sum_of_squares: values.reduce((total, value) => total + value ** 2, 0),
});

/** A waterfall in the published order from its exclusions and nested counts; the sums follow. */
export function waterfall(
  exclusions: Record<string, number>,
  { denominator, observed, numerator }: { denominator: number; observed: number; numerator: number },
): WaterfallStep[] {
  const excluded = Object.values(exclusions).reduce((sum, units) => sum + units, 0);
  const units = {
    all: excluded + denominator,
    ...exclusions,
    denominator,
    not_observed: denominator - observed,
    observed,
    not_met: observed - numerator,
    numerator,
  };
  return Object.entries(units).map(([step, count], step_order) => ({
    measure: "response",
    instrument: "phq9",
    window: "10w",
    period_start: null,
    step_order,
    step,
    units: count,
  }));
}

/** Whole numbers from 0 to `below` - 1, the same for the same seed (mulberry32). */
export function randomIntegers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** Nested counts over every size that matters: empty, small, around the threshold, large. */
export function randomCells(seed: number, n: number): CountCell[] {
  const below = randomIntegers(seed);
  const part = (whole: number) => {
    const small = below(20);
    return [0, whole, Math.min(whole, small), Math.max(0, whole - small), below(whole + 1)][below(5)] ?? 0;
  };
  return Array.from({ length: n }, () => {
    const denominator = below([1, 15, 40, 400][below(4)] ?? 1);
    const observed = part(denominator);
    const cohort = (["closed", "closing", "open"] as const)[Math.max(0, below(10) - 7)] ?? "closed";
    const place = [{}, { clinic_id: "north" }, { stratum: "sex", level: "female" }][below(3)];
    const measure = `m${below(30)}`;
    return cell({ measure, denominator, observed, numerator: part(observed), cohort, ...place });
  });
}
