/**
 * A published figure that somebody might hold beside a measure of ours, and how far the two are about the same thing.
 * `same` or `similar`: what counts, when and of whom agree, or differ as `why` says; such a figure may be drawn beside ours.
 * `not_comparable`: they differ so that a difference in figures would say nothing; it is told in words and never drawn.
 */
export interface Benchmark {
  id: string;
  programme: string;
  /** Where and when, and how many people, in plain words. */
  setting: string;
  /** How many people the figure is of; null where that is not published. */
  n: number | null;
  /** Our measure, instrument (null for one without) and window that it is held beside; no window where none of ours fits. */
  measure: string;
  instrument: string | null;
  window: string | null;
  /** Published share, 0 to 1: one figure, or the lowest and highest of several. */
  low: number;
  high: number;
  /** Whether people without a score count as not met, or only those measured count. */
  basis: "everyone" | "measured";
  definition: string;
  match: "same" | "similar" | "not_comparable";
  /** In what it differs from ours. */
  why: string;
  citation: string;
}
