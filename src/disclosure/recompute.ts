import { group } from "d3";
import { addressOf } from "../reference/cells.ts";
import { MEAN_UNITS } from "../reference/means.ts";
import { meanIntervalOf } from "../stats/mean_interval.ts";
import { missingFollowUp } from "../stats/missing_follow_up.ts";
import { type Proportion, proportion } from "../stats/proportion.ts";
import { drawCurve } from "./draw_curve.ts";
import type { Policy } from "./policy.ts";
import type { ReleasedCell, ReleasedCost, ReleasedMean, ReleasedPoint } from "./released.ts";

/** What the derived columns of a released row must be, by name, given the released counts beside them. */
export type Expected = Readonly<Record<string, number | string | null>>;

const estimate = (numerator: number | null, denominator: number | null) =>
  numerator === null || denominator === null
    ? null
    : proportion({ numerator, denominator } satisfies Proportion);

/** Rates, intervals and the upper bound of a cell. */
export function expectedOfCell({ denominator, observed, numerator }: ReleasedCell): Expected {
  const overall = estimate(numerator, denominator);
  const ofSeen = estimate(numerator, observed);
  const isWhole = denominator !== null && observed !== null && numerator !== null;
  return {
    value: overall?.value ?? null,
    lower: overall?.lower ?? null,
    upper: overall?.upper ?? null,
    observed_value: ofSeen?.value ?? null,
    observed_lower: ofSeen?.lower ?? null,
    observed_upper: ofSeen?.upper ?? null,
    follow_up: estimate(observed, denominator)?.value ?? null,
    highest_possible: isWhole
      ? (missingFollowUp({ eligible: denominator, observed, successes: numerator }).bounds?.best ?? null)
      : null,
  };
}

/**
 * The interval of a mean and the mean had nobody without a score changed, where it is of a change; `cells` are those of the release.
 * The effect size rests on the spread of the starting scores, which is not published, and cannot be worked out again.
 */
export function expectedOfMeans(means: readonly ReleasedMean[], cells: readonly ReleasedCell[]): Expected[] {
  const found = new Map(cells.map((cell) => [addressOf(cell), cell]));
  return means.map((row) => {
    const { n, mean, sd } = row;
    if (n === null || mean === null) return NO_MEAN;
    const eligible = found.get(addressOf(row))?.denominator ?? null;
    const { lower, upper } = sd === null ? NO_MEAN : meanIntervalOf({ n, mean, sd });
    const isChange = MEAN_UNITS[row.unit].has_baseline;
    return { lower, upper, mean_if_unchanged: isChange ? eligible && (mean * n) / eligible : null };
  });
}

const NO_MEAN = { lower: null, upper: null, mean_if_unchanged: null };

/** What each person reached or in remission cost, and its interval where one was published. */
export function expectedOfCosts(costs: readonly ReleasedCost[], cells: readonly ReleasedCell[]): Expected[] {
  const found = new Map(cells.map((cell) => [addressOf(cell), cell]));
  return costs.map((row): Expected => {
    const { cost, people, lower } = row;
    const cost_per_person = cost === null || !people ? null : cost / people;
    const counted = found.get(addressOf(row));
    const told: Expected = counted ? { cost_per_person, people: counted.numerator } : { cost_per_person };
    if (cost === null || lower === null || !counted?.denominator) return told;
    const ends = { lower: counted.lower, upper: counted.upper };
    const per = (share: number | null) => (share ? cost / (counted.denominator ?? 0) / share : null);
    return { ...told, lower: per(ends.upper), upper: per(ends.lower) };
  });
}

/** The share of each point and its interval: a life table of the counts of its curve. */
export function expectedOfSurvival(points: readonly ReleasedPoint[], policy: Policy): Expected[] {
  const expected = new Map<ReleasedPoint, Expected>();
  for (const curve of group(points, curveOf).values()) {
    const drawn = drawCurve(curve.map(timed), policy);
    for (const [at, point] of curve.entries()) {
      const { share = null, lower = null, upper = null } = drawn[at] ?? {};
      expected.set(point, { share, lower, upper });
    }
  }
  return points.map((point) => expected.get(point) ?? {});
}

const curveOf = ({ instrument, event, scale, clinic_id, stratum, level }: ReleasedPoint): string =>
  JSON.stringify([instrument, event, scale, clinic_id, stratum, level]);

const timed = ({ time, people, at_risk, events }: ReleasedPoint) => ({
  time,
  cell: {
    denominator: people,
    observed: at_risk === null || events === null ? null : at_risk + events,
    numerator: events,
  },
});

/** Whether a policy could have published this count: none that it hides, and only multiples of what it rounds to. */
export function isPublishable(count: number | null, { hide_at_most, round_to }: Policy): boolean {
  if (count === null || count === 0) return true;
  const least = Math.round((hide_at_most + 1) / round_to) * round_to;
  return count % round_to === 0 && count >= least;
}
