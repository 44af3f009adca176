import { addressOf, type MomentCell, type Moments } from "../reference/cells.ts";
import type { Edition } from "../reference/disclosure_rules.ts";
import { meanIntervalOf } from "../stats/mean_interval.ts";
import { mint } from "./mint.ts";
import { isOpen, type Policy } from "./policy.ts";
import type { Released, ReleasedCell, ReleasedMean } from "./released.ts";

/** A mean is published of no fewer people than this. */
const FEWEST = 20;

/** What may be told of a group's values. */
interface Spread {
  mean: number;
  /** Null for one person, who has none. */
  sd: number | null;
}

/**
 * Protects means, each beside the released cell of its key, whose rounded `observed` is all that is known of n. A mean is
 * shown where that count is and stands for 20 people or more; a policy that hides nothing shows every mean, of one person without an interval.
 *
 * It is rounded as if its sum had been rounded to a whole range of the scale: whoever knows the value of everyone else in
 * the group is left a range as wide as the scale for the last one. A value without a scale, such as weeks in care, is held to
 * the most that its measure declares, so that nobody adds more than that. The variance is rounded as if the sum of squared
 * deviations had been rounded to half a range squared, which is what one person at the end of the scale adds to it when
 * the mean lies in the middle. So means of a whole and of its parts may stand side by side: what they leave of a hidden
 * part is wider still.
 */
export function protectMeans<E extends Edition>(
  cells: readonly MomentCell[],
  counts: Released<readonly ReleasedCell[], E>,
  policy: Policy<E>,
): Released<readonly ReleasedMean[], E> {
  const byKey = new Map(counts.map((count) => [addressOf(count), count]));
  return mint(
    cells.map((cell) => protectMean(cell, byKey.get(addressOf(cell)), policy)),
    policy,
  );
}

function protectMean(
  { value, held, baseline, range, ...key }: MomentCell,
  count: ReleasedCell | undefined,
  policy: Policy,
): ReleasedMean {
  const n = count?.observed ?? null;
  const eligible = count?.denominator ?? null;
  const told = spread(isOpen(policy) ? value : held, n, range, policy);
  const atStart = baseline && spread(baseline, eligible, range, policy);
  if (!told || n === null) return { ...key, ...NOTHING, n, status: statusWithout(count) };
  const { mean, sd } = told;
  const interval = sd === null ? null : meanIntervalOf({ n, mean, sd });
  return {
    ...key,
    n,
    mean,
    lower: interval?.lower ?? null,
    upper: interval?.upper ?? null,
    sd,
    mean_if_unchanged: baseline && eligible && (mean * n) / eligible,
    effect_size: atStart?.sd ? mean / atStart.sd : null,
    status: "shown",
  };
}

const NOTHING = {
  mean: null,
  lower: null,
  upper: null,
  sd: null,
  mean_if_unchanged: null,
  effect_size: null,
};

/** Mean and standard deviation in steps that the fewest people for whom `shown` can stand make coarse enough; null where they are too few. */
function spread(
  { n, sum, sum_of_squares }: Moments,
  shown: number | null,
  range: number,
  policy: Policy,
): Spread | null {
  if (n === 0) return null;
  const mean = sum / n;
  const variance = (sum_of_squares - sum * mean) / (n - 1);
  if (isOpen(policy)) return { mean, sd: n === 1 ? null : Math.sqrt(Math.max(0, variance)) };
  const fewest = (shown ?? 0) - (policy.round_to - 1) / 2;
  if (fewest < FEWEST) return null;
  const step = (range / 2) ** 2 / fewest;
  return {
    mean: nearest(mean, range / fewest),
    sd: Math.sqrt(Math.max(step, nearest(variance, step))),
  };
}

const nearest = (value: number, step: number): number => Math.round(value / step) * step;

function statusWithout(count: ReleasedCell | undefined): ReleasedMean["status"] {
  if (count?.status === "pending") return "pending";
  return count?.observed === 0 ? "no_value" : "suppressed";
}
