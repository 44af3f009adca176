import type { Window } from "./windows.ts";

/** Why a unit is not in a denominator. A unit has one reason: the first that holds, of those its measure declares. */
export const EXCLUSIONS = {
  no_baseline: "No score on or after enrolment",
  baseline_not_elevated: "Baseline score below the instrument's elevated score",
  episode_open: "Episode has not ended by the as-of date",
  window_open: "Follow-up window ends after the as-of date",
  no_remission_value: "No remission threshold known for the instrument",
  no_reliable_change_value: "No reliable change known for the instrument",
} as const;

export type ExclusionReason = keyof typeof EXCLUSIONS;

/** Whether a unit can be left out of a window for this reason: an episode's end is awaited or a day, never both. */
export function isPossible(reason: ExclusionReason, { end_days }: Pick<Window, "end_days">): boolean {
  if (reason === "episode_open") return end_days === null;
  if (reason === "window_open") return end_days !== null;
  return true;
}
