import type { ExclusionReason } from "../reference/exclusions.ts";
import type { Firmness } from "../reference/instrument.ts";

/** A published specification that a measure implements or comes close to. */
interface Spec {
  id: string;
  version: string;
  match: "same" | "similar";
}

/**
 * What a measure can count: one row of its table per unit, instrument and window. Units that repeat people stand for a person
 * once in each month and again in the next, so they are only ever counted month by month.
 */
const UNITS = {
  episode: { repeats_people: false },
  referral: { repeats_people: false },
  person: { repeats_people: false },
  episode_month: { repeats_people: true },
  patient_month: { repeats_people: true },
  service_month: { repeats_people: true },
} as const satisfies Record<string, { repeats_people: boolean }>;

type Unit = keyof typeof UNITS;

/** Whether a measure counts people again each month. */
export const repeatsPeople = ({ unit }: Pick<Measure, "unit">): boolean => UNITS[unit].repeats_people;

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
  /** A `mean` is of `change`, beside `baseline`: columns that its table has beyond those of a proportion, and its numerator is `observed`. */
  kind: "proportion" | "mean";
  better: "higher" | "lower" | "neither";
  unit: Unit;
  /** Whether it is computed for each instrument in use; where not, its table's `instrument` is `ANY`. */
  by_instrument: boolean;
  /** Whether it waits for a follow-up score; where not, everyone in the denominator is observed. */
  has_follow_up: boolean;
  /** Window ids of `reference/windows.ts`. */
  windows: readonly string[];
  /** Contract tables it cannot do without. */
  needs: readonly string[];
  /** Why a unit may be left out of the denominator, in order of precedence. */
  exclusions: readonly ExclusionReason[];
  specs: readonly Spec[];
  source: string;
  firmness: Firmness;
  sign_off: { by: string; date: string } | null;
}
