/** What a programme means to reach, from its program file. Without an instrument or a window it holds for each of the measure. */
export interface Target {
  measure: string;
  instrument?: string | undefined;
  window?: string | undefined;
  /** Share from 0 to 1 that is to be reached, or not to be passed: one of the two. */
  at_least?: number | undefined;
  at_most?: number | undefined;
  /** Who set it, and where that is written. */
  source: string;
}

/**
 * Whether a process, left as it is, will meet its target: `meeting` in every month, `missing` in every month, `not_settled` where
 * chance decides, `too_early` with too few months to tell.
 */
export type Assurance = "meeting" | "missing" | "not_settled" | "too_early";

/** A target of one series, judged; `assurance` is null where nothing may be said of it. */
export interface JudgedTarget {
  measure: string;
  instrument: string;
  window: string;
  bound: "at_least" | "at_most";
  /** 0 to 1. */
  target: number;
  source: string;
  assurance: Assurance | null;
}
