import type { CellKey } from "./cells.ts";
import { findInstrument } from "./instruments.ts";

/** What time is counted in, the times at which a curve is read, and the contract tables that it cannot do without. */
export interface TimeScale {
  id: "weeks" | "contacts" | "days";
  times: readonly number[];
  needs: readonly string[];
}

/**
 * The scales of time. Week 12 ends on day 84 after the start; contacts are treatment contacts after the day of the start, up
 * to the day of the score. Curves are read at these times only: what is published is fixed before anybody looks.
 */
export const TIME_SCALES: readonly TimeScale[] = [
  { id: "weeks", times: [4, 8, 12, 16, 20, 26, 39, 52], needs: [] },
  { id: "contacts", times: [2, 4, 6, 8, 10, 12, 14, 16], needs: ["contact"] },
];

/** The scale of waits, in days from referral. */
export const WAIT_SCALE: TimeScale = {
  id: "days",
  times: [3, 7, 10, 14, 21, 28, 42, 56, 90, 180],
  needs: [],
};

/** An event that people in care are watched for, from which score on and until which. */
export interface WatchedEvent {
  id: "response" | "remission" | "relapse";
  title: string;
  definition: string;
}

/** In each, the watch ends at the last score in care: not at the last contact, and never after the episode or the as-of date. */
export const WATCHED_EVENTS: readonly WatchedEvent[] = [
  {
    id: "response",
    title: "Response",
    definition: "From an elevated baseline to the first later score of at most half the baseline.",
  },
  {
    id: "remission",
    title: "Remission",
    definition: "From an elevated baseline to the first later score in the instrument's remission range.",
  },
  {
    id: "relapse",
    title: "Relapse after remission",
    definition:
      "From the first score in the remission range to the first later score that is elevated again.",
  },
];

/** Whose curve it is: everyone, one clinic, or one level of a stratum. */
export interface CurveKey extends Pick<CellKey, "instrument" | "clinic_id" | "stratum" | "level"> {
  event: string;
  scale: TimeScale["id"];
}

/** How many people's watch ended at a time, with the event and without it (censored). Exact; never leaves the machine. */
export interface WatchEnd {
  time: number;
  events: number;
  censored: number;
}

/** Everyone who was scored again, by when their watch ended, times ascending. */
export interface CountedCurve extends CurveKey {
  ends: readonly WatchEnd[];
}

/** The events that an instrument can tell of: without a remission range there is no remission to reach or to lose. */
export function eventsOn(instrument: string): readonly WatchedEvent[] {
  const hasRemission = findInstrument(instrument)?.remission_max != null;
  return WATCHED_EVENTS.filter(({ id }) => id === "response" || hasRemission);
}

/** The times at which curves on a scale are read. */
export function timesOf(scale: TimeScale["id"]): readonly number[] {
  return [...TIME_SCALES, WAIT_SCALE].find(({ id }) => id === scale)?.times ?? [];
}
