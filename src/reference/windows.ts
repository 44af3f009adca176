import { CARE_WINDOWS } from "./care_windows.ts";
import { DEFINITION_WINDOWS } from "./definitions.ts";
import { PROGRAMME_WINDOWS } from "./programme_windows.ts";

/**
 * When a unit is judged, counted from its anchor: `months` calendar months first (a day the month lacks becomes its last
 * day), then `start_days` to `end_days` days, both ends inclusive. `end_days` null: for as long as the episode lasts, or the as-of date lets it be known.
 * Anchors: the `baseline` score, the day of `referral` or `enrolment`, the first day of a calendar `month` or `year`, the day of
 * an `assessment`, or the `close` of the episode.
 */
export interface Window {
  id: string;
  title: string;
  definition: string;
  anchor: "baseline" | "referral" | "enrolment" | "month" | "year" | "assessment" | "close";
  /** Calendar months to the first day, where they are not `months`. */
  start_months?: number;
  months: number;
  start_days: number;
  end_days: number | null;
}

/** Every window that a measure may name, in the order in which pages show them. */
export const WINDOWS: readonly Window[] = [
  {
    id: "10w",
    title: "10 to 16 weeks",
    definition: "The last score from day 70 to day 111 after baseline.",
    anchor: "baseline",
    months: 0,
    start_days: 70,
    end_days: 111,
  },
  {
    id: "12w",
    title: "12 weeks",
    definition: "The last score from day 70 to day 98 after baseline: 12 weeks, 14 days either side.",
    anchor: "baseline",
    months: 0,
    start_days: 70,
    end_days: 98,
  },
  {
    id: "6m",
    title: "6 months",
    definition: "The last score within 60 days before or after the day six calendar months from baseline.",
    anchor: "baseline",
    months: 6,
    start_days: -60,
    end_days: 60,
  },
  {
    id: "12m",
    title: "12 months",
    definition: "The last score within 60 days before or after the day twelve calendar months from baseline.",
    anchor: "baseline",
    months: 12,
    start_days: -60,
    end_days: 60,
  },
  {
    id: "close",
    title: "At close of episode",
    definition:
      "The last score from the day after baseline to the day the episode ended; only episodes that have ended count.",
    anchor: "baseline",
    months: 0,
    start_days: 1,
    end_days: null,
  },
  ...CARE_WINDOWS,
  ...PROGRAMME_WINDOWS,
  ...DEFINITION_WINDOWS,
];

/** The window with this id. Throws a `RangeError` where there is none. */
export function findWindow(id: string): Window {
  const window = WINDOWS.find((candidate) => candidate.id === id);
  if (!window) throw new RangeError(`no window ${id}`);
  return window;
}

/** Windows in which an outcome is read: the last score in the window counts. */
export const OUTCOME_WINDOWS: readonly Window[] = WINDOWS.filter(({ anchor }) => anchor === "baseline");

/** Last day after enrolment on which a first score is an on-time baseline; a later one is used and flagged late. */
export const BASELINE_ON_TIME_DAYS = 14;
