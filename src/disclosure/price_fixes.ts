import type { QualityFix } from "../reference/quality.ts";
import { wilson } from "../stats/wilson.ts";
import { type MeasureToJudge, type Published, wholeOf } from "./judge_quality.ts";
import type { ReleasedCell } from "./released.ts";

interface Counts {
  denominator: number;
  observed: number;
  numerator: number;
}

/**
 * What it would do to each result to complete the scores that are missing in its window, or at the start: the range now and after,
 * largest narrowing first. Those who are added are taken to fare as the others did. From released counts alone.
 */
export function priceFixes(
  measures: readonly MeasureToJudge[],
  published: Pick<Published, "cells" | "steps">,
): QualityFix[] {
  const fixes = measures.flatMap((measure) => fixesOf(measure, published));
  const narrowing = ({ now, after }: QualityFix) => width(now) - width(after);
  return fixes.filter((fix) => narrowing(fix) > 0).sort((a, b) => narrowing(b) - narrowing(a));
}

function fixesOf(
  { id: measure, main, has_follow_up, kind }: MeasureToJudge,
  { cells, steps }: Pick<Published, "cells" | "steps">,
): QualityFix[] {
  if (!main || !has_follow_up || kind !== "proportion") return [];
  const isOwn = (row: { measure: string; instrument: string; window: string }) =>
    row.measure === measure && row.instrument === main.instrument && row.window === main.window;
  const counts = countsOf(wholeOf(cells.filter(isOwn)));
  if (!counts) return [];
  const unitsAt = (name: string) => steps.find((row) => isOwn(row) && row.step === name)?.units ?? 0;
  const now = rangeOf(counts);
  const series = { measure, ...main, now };
  const missing = counts.denominator - counts.observed;
  const unscored = unitsAt("no_baseline");
  return [
    ...(missing > 0
      ? [
          {
            ...series,
            fix: "follow_up" as const,
            people: missing,
            after: rangeOf(withFollowUp(counts, missing)),
          },
        ]
      : []),
    ...(unscored > 0
      ? [
          {
            ...series,
            fix: "baseline" as const,
            people: unscored,
            after: rangeOf(withBaseline(counts, unscored, unitsAt("all"))),
          },
        ]
      : []),
  ];
}

/** From none to all of the missing having met the measure, each end with its 95 % limit. */
export function rangeOf({ denominator, observed, numerator }: Counts): { lower: number; upper: number } {
  const missing = denominator - observed;
  return {
    lower: wilson(numerator, denominator)?.lower ?? 0,
    upper: wilson(numerator + missing, denominator)?.upper ?? 1,
  };
}

/** The counts had so many more been scored in the window, and met the measure as often as those who were. */
export function withFollowUp({ denominator, observed, numerator }: Counts, people: number): Counts {
  const met = observed > 0 ? Math.round((people * numerator) / observed) : 0;
  return { denominator, observed: observed + people, numerator: numerator + met };
}

/** The counts had so many more had a score at the start, of whom as many would be eligible as of the others. */
function withBaseline(counts: Counts, people: number, all: number): Counts {
  const more = 1 + people / Math.max(1, all - people);
  const scaled = (units: number) => Math.round(units * more);
  return {
    denominator: scaled(counts.denominator),
    observed: scaled(counts.observed),
    numerator: scaled(counts.numerator),
  };
}

function countsOf(cell: ReleasedCell | undefined): Counts | undefined {
  if (!cell) return undefined;
  const { denominator, observed, numerator } = cell;
  if (!denominator || observed === null || numerator === null || observed === numerator) return undefined;
  return { denominator, observed, numerator };
}

const width = ({ lower, upper }: { lower: number; upper: number }): number => upper - lower;
