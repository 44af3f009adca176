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
  died: "Died by the end of the time that is judged",
  hospice: "In hospice or palliative care in the time that is judged",
  other_diagnosis:
    "Diagnosed with bipolar disorder, psychosis, a personality disorder named by the measure or a pervasive developmental disorder",
  bipolar: "Diagnosed with bipolar disorder before",
  known_depression: "Diagnosed with depression in the year before",
  screening_not_done: "Declined the screen, or could not be screened for a medical reason",
  not_medicaid: "Not on Medicaid on the first of the month",
  too_few_contacts: "Fewer treatment contacts than a course of treatment has",
  no_pair: "No PHQ-9 or no GAD-7 in the episode",
  not_at_caseness: "Below both cuts at the start",
  no_positive_screen: "No positive screen in the time that is judged",
  not_in_definition: "Not in the definition's denominator",
  not_judged_yet: "Still in care, or the window ends after the as-of date",
  first_only_not_counted: "Better by the first only: the second does not count the person",
  first_only_no_score: "Better by the first only: no score in the second's window",
  first_only_threshold: "Better by the first only: the second's threshold was not reached",
  second_only_not_counted: "Better by the second only: the first does not count the person",
  second_only_no_score: "Better by the second only: no score in the first's window",
  second_only_threshold: "Better by the second only: the first's threshold was not reached",
  better_by_neither: "Better by neither",
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
