/**
 * When an outcome is read, counted from the baseline date: `months` calendar months first (a day the month lacks becomes
 * its last day), then `start_days` to `end_days` days, both ends inclusive.
 */
export interface OutcomeWindow {
  id: string;
  title: string;
  definition: string;
  months: number;
  start_days: number;
  end_days: number;
  /** Which score counts where a window holds several. */
  pick: "last";
}

export const WINDOWS: readonly OutcomeWindow[] = [
  {
    id: "10w",
    title: "10 to 16 weeks",
    definition: "The last score from day 70 to day 111 after baseline.",
    months: 0,
    start_days: 70,
    end_days: 111,
    pick: "last",
  },
  {
    id: "6m",
    title: "6 months",
    definition: "The last score within 60 days before or after the day six calendar months from baseline.",
    months: 6,
    start_days: -60,
    end_days: 60,
    pick: "last",
  },
];

/** Last day after enrolment on which a first score is an on-time baseline; a later one is used and flagged late. */
export const BASELINE_ON_TIME_DAYS = 14;
