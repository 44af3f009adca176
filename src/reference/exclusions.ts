import type { Window } from "./windows.ts";

/** Why a unit is not in a denominator. A unit has one reason: the first that holds, of those its measure declares. */
export const EXCLUSIONS = {
  no_baseline: "No score on or after enrolment",
  baseline_not_elevated: "Baseline score below the instrument's elevated score",
  episode_open: "Episode has not ended by the as-of date",
  window_open: "Follow-up window ends after the as-of date",
  no_remission_value: "No remission threshold known for the instrument",
  no_reliable_change_value: "No reliable change known for the instrument",
  no_score_yet: "No score on the episode's steering instrument by the day on which progress is judged",
  too_early: "Not in care for as long as the measure asks",
  not_in_care: "Episode ended before the last day of the month",
  episode_ended: "Episode had ended before the window began",
  still_in_care: "Episode has not ended, so nothing is due at its close",
  improved: "Improved by the last score: below the elevated score or at most half the baseline",
  not_improved:
    "Not improved by the last score: neither below the elevated score nor at most half the baseline",
  no_follow_up_contact: "No treatment contact after enrolment in the window",
  no_referral_date: "No referral recorded",
  withdrew: "Episode ended within the window without any contact",
  no_care_manager: "No care manager recorded",
  no_staffing: "No care manager's post recorded for the clinic and month",
  under_age: "Younger than the screening age",
  no_first_screen: "No first screen in the month",
  no_psychotropic: "On no psychotropic medicine on the last day of the month",
  no_dose_kept: "No dose of any medicine is kept in the extract",
  below_billing_threshold: "Fewer minutes in the month than any billing code asks for",
  not_billed: "No code of collaborative care billed for the month",
} as const;

export type ExclusionReason = keyof typeof EXCLUSIONS;

/** Whether a unit can be left out of a window for this reason: an episode's end is awaited or a day, never both. */
export function isPossible(reason: ExclusionReason, { end_days }: Pick<Window, "end_days">): boolean {
  if (reason === "episode_open") return end_days === null;
  if (reason === "window_open") return end_days !== null;
  return true;
}
