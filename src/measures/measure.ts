import { BREAKDOWNS, type Breakdown, type RepeatedGrain } from "../reference/breakdowns.ts";
import { ALL, PERIOD_GRAINS, type PeriodGrain } from "../reference/cells.ts";
import type { ExclusionReason } from "../reference/exclusions.ts";
import type { Firmness } from "../reference/instrument.ts";
import type { MeanOf } from "../reference/means.ts";
import type { Spec } from "../reference/spec.ts";

/**
 * What a measure can count: one row of its table per unit, instrument and window. Units that repeat people stand for a person
 * once in each period of a grain and again in the next, so they are only ever counted period by period.
 */
const UNITS = {
  episode: null,
  referral: null,
  person: null,
  episode_month: "month",
  patient_month: "month",
  service_month: "month",
  patient_year: "year",
} as const satisfies Record<string, RepeatedGrain | null>;

type Unit = keyof typeof UNITS;

/** The ways in which a measure is cut into cells. Groups are told by period only where periods add up to nothing longer. */
export function breakdownsOf({
  unit,
  grains = PERIOD_GRAINS,
}: Pick<Measure, "unit" | "grains">): Breakdown[] {
  const repeated = UNITS[unit];
  const own = repeated === null ? grains : grains.filter((grain) => grain === repeated);
  return BREAKDOWNS.filter(
    ({ period_grain, stratum }) =>
      own.includes(period_grain) && (stratum === null || period_grain === ALL || !own.includes(ALL)),
  );
}

/** In which periods a measure counts people again; null where it counts a unit once. */
export const repeatedGrain = ({ unit }: Pick<Measure, "unit">): RepeatedGrain | null => UNITS[unit];

/** What a measure is, as data. The folder's name is the id, the table's name, the column's value and the page's URL. */
export interface Measure {
  id: string;
  title: string;
  /** One line for a lay reader: why it matters. */
  why: string;
  /** One or two plain sentences: who counts in the denominator and who in the numerator. */
  definition: string;
  /** Completes the sentence "About 25 in 100 people ...", in plain words: `halved their score or better`. */
  in_words?: string;
  /** A `mean` is of `value`, a column that its table has beyond those of a proportion, and its numerator is `observed`. */
  kind: "proportion" | "mean";
  /** What a mean is of. */
  mean?: MeanOf;
  better: "higher" | "lower" | "neither";
  unit: Unit;
  /** Whether it is computed for each instrument in use; where not, its table's `instrument` is `ANY`. */
  by_instrument: boolean;
  /** Whether it waits for a follow-up score; where not, everyone in the denominator is observed. */
  has_follow_up: boolean;
  /** Window ids of `reference/windows.ts`. */
  windows: readonly string[];
  /** The grains of period it is counted in, where not in all that its unit allows. */
  grains?: readonly PeriodGrain[];
  /** Contract tables it cannot do without. */
  needs: readonly string[];
  /** Why a unit may be left out of the denominator, in order of precedence. */
  exclusions: readonly ExclusionReason[];
  specs: readonly Spec[];
  source: string;
  firmness: Firmness;
  sign_off: { by: string; date: string } | null;
}
