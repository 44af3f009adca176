import { ascending, sum } from "d3";
import { refuseUnless } from "./refuse.ts";

/** One subject, or `people` alike: the time under observation, in any unit, and whether it ended in the event or was censored then. */
export interface TimeToEvent {
  time: number;
  isEvent: boolean;
  people?: number;
}

/** Refuses times that are negative or not numbers. */
export function requireTimes(subjects: readonly TimeToEvent[]): void {
  refuseUnless(
    subjects.every(({ time }) => Number.isFinite(time) && time >= 0),
    "Every time to an event must be a finite number of zero or more.",
  );
}

/** How many people these are. */
export const headcount = (subjects: readonly TimeToEvent[]): number =>
  sum(subjects, ({ people = 1 }) => people);

/** The distinct times at which an event happened, ascending. */
export function eventTimes(subjects: readonly TimeToEvent[]): number[] {
  const times = subjects.filter((subject) => subject.isEvent).map((subject) => subject.time);
  return [...new Set(times)].sort(ascending);
}

/** How many are at risk just before a time, and how many have the event at it. */
export function riskAt(subjects: readonly TimeToEvent[], time: number): { atRisk: number; events: number } {
  const atRisk = subjects.filter((subject) => subject.time >= time);
  return {
    atRisk: headcount(atRisk),
    events: headcount(atRisk.filter((subject) => subject.isEvent && subject.time === time)),
  };
}
