import type { CountCell } from "../../src/reference/cells.ts";
import { byRuleAlone, cell, randomIntegers } from "../disclosure/build.ts";
import { publish } from "./publish_simulated.ts";
import { readPublished } from "./read_published.ts";
import { simulate } from "./simulate.ts";

/** What readers lose: how far published rates are from exact ones, and how often intervals hold the truth. */
export interface Accuracy {
  people: string;
  rates: number;
  /** Root-mean-square difference of published and exact rates, in hundredths. */
  rms_points: number;
  /** Per cent of published intervals that hold the share from which people were drawn. */
  intervals_hold: number;
}

const BANDS = [
  [100, 200],
  [200, 500],
  [500, 2_000],
] as const;
const DRAWS = 4_000;

/** Draws groups of known true shares, publishes each by the rule, and compares; the same each time. */
export function measureAccuracy(): Accuracy[] {
  return BANDS.map(([from, to]) => {
    const below = randomIntegers(from);
    const draws = Array.from({ length: DRAWS }, (_, at) => {
      const denominator = from + below(to - from);
      const share = (20 + below(51)) / 100;
      const numerator = Array.from({ length: denominator }, () => below(10_000)).filter(
        (one) => one < 10_000 * share,
      ).length;
      return { share, cell: cell({ measure: `m${at}`, denominator, observed: denominator, numerator }) };
    });
    const released = byRuleAlone(draws.map((draw) => draw.cell)).cells;
    const told = draws.flatMap(({ share, cell: { numerator, denominator } }, at) => {
      const { value, lower, upper } = released[at] ?? {};
      if (value == null || lower == null || upper == null) return [];
      return [{ off: value - numerator / denominator, holds: lower <= share && share <= upper }];
    });
    const meanSquare = told.reduce((sum, { off }) => sum + off ** 2, 0) / told.length;
    return {
      people: `${from} to ${to}`,
      rates: told.length,
      rms_points: round(100 * Math.sqrt(meanSquare), 2),
      intervals_hold: round((100 * told.filter(({ holds }) => holds).length) / told.length, 1),
    };
  });
}

/** How many of the counts that a breakdown could show it shows. */
export interface Coverage {
  breakdown: string;
  cells: number;
  shown: number;
}

/** Publishes a made-up programme of 8 clinics and 3 years and counts, by breakdown, the cells of closed cohorts whose rate is shown. */
export function measureCoverage(releaseDir: string): Coverage[] {
  const exact = simulate(4, { clinics: 8, months: 36, pace: 0, peopleEach: 300, measures: 3, isPlain: true });
  const { cells } = readPublished(publish(releaseDir, exact));
  const found = new Map<string, Coverage>();
  for (const [at, { cohort, denominator, ...key }] of exact.cells.entries()) {
    if (cohort !== "closed" || denominator === 0) continue;
    const breakdown = breakdownOf(key);
    const one = found.get(breakdown) ?? { breakdown, cells: 0, shown: 0 };
    const isShown = cells[at]?.status === "shown";
    found.set(breakdown, { breakdown, cells: one.cells + 1, shown: one.shown + (isShown ? 1 : 0) });
  }
  return [...found.values()];
}

function breakdownOf({
  clinic_id,
  stratum,
  period_grain,
}: Omit<CountCell, "denominator" | "cohort">): string {
  const who = clinic_id !== "all" ? "clinics" : stratum !== "all" ? "groups" : "everyone";
  return `${who}, ${period_grain === "all" ? "all time" : `by ${period_grain}`}`;
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
