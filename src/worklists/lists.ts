import type { Worklist } from "./worklist.ts";

const ALWAYS = ["patient", "clinic", "episode"];

/** Every worklist, the most urgent first. "In care" is enrolled and not ended before the as-of date. */
export const WORKLISTS: readonly Worklist[] = [
  {
    id: "safety_follow_up",
    title: "No safety follow-up",
    who: "In care, with thoughts of self-harm reported (PHQ-9 and PHQ-9M: item 9 of 1 or more) and no safety plan on that day or since.",
    waiting_since: "the first report without a safety plan since",
    order: "highest score on the item, then the longest wait",
    published:
      "Not met in Safety follow-up, less those answered late or no longer in care, and with later reports of a month and those whose two days are not over.",
    needs: [...ALWAYS, "assessment", "care_event"],
  },
  {
    id: "relapsing",
    title: "Relapsing after remission",
    who: "In care, elevated at baseline, in remission at some score since, and elevated again by the last score.",
    waiting_since: "the last score",
    order: "most severe (score as a share of the instrument's highest), then the longest wait",
    published: "Part of the relapses in time to relapse after remission: those elevated by the last score.",
    needs: [...ALWAYS, "assessment"],
  },
  {
    id: "high_and_rising",
    title: "High and rising",
    who: "In care, with a last score that is elevated, above the one before and above the lowest of the episode by the instrument's reliable change or more.",
    waiting_since: "the last score",
    order: "most severe (score as a share of the instrument's highest), then the longest wait",
    published: "Not published as a measure of its own.",
    needs: [...ALWAYS, "assessment"],
  },
  {
    id: "due_case_review",
    title: "Due for psychiatric case review",
    who: "In care for 70 days or more, elevated at baseline, not improved by the last score, and without a case review in the last 60 days.",
    waiting_since: "the last case review, or enrolment",
    order: "longest wait, then most severe",
    published: "Not met in Consultation if not improved (last 60 days), on the last day of a month.",
    needs: [...ALWAYS, "assessment", "case_review"],
  },
  {
    id: "overdue_contact",
    title: "Overdue for contact",
    who: "In care for more than 28 days and without a treatment contact in the last 28.",
    waiting_since: "the last treatment contact, or enrolment",
    order: "longest wait, then most severe",
    published: "Met in Overdue for contact (last 28 days), on the last day of a month.",
    needs: [...ALWAYS, "contact"],
  },
  {
    id: "overdue_score",
    title: "Overdue for a score",
    who: "In care and without a score on any registered instrument in the last 30 days.",
    waiting_since: "the last score, or enrolment",
    order: "longest wait, then most severe",
    published: "Not met in Score in the last 30 days, on the last day of a month.",
    needs: [...ALWAYS, "assessment"],
  },
  {
    id: "relapse_plan_due",
    title: "Due for a relapse-prevention plan",
    who: "In care, elevated at baseline, improved by the last score (below the elevated score or at most half the baseline), and without a relapse-prevention plan.",
    waiting_since: "the last score",
    order: "longest wait",
    published:
      "Those who would not be met in Relapse-prevention plan if their episode ended on the as-of date.",
    needs: [...ALWAYS, "assessment", "care_event"],
  },
  {
    id: "positive_screen",
    title: "Screened positive and not followed",
    who: "Last screened positive in the calendar month of the as-of date or the eleven before it, with no episode referred or enrolled that was open on that day or began later.",
    waiting_since: "the last screen",
    order: "most severe, then the longest wait",
    published:
      "Part of those met in Positive first screens; a later screen that is positive counts here too.",
    needs: [...ALWAYS, "assessment"],
  },
  {
    id: "not_screened",
    title: "Seen and not screened",
    who: "12 years or older, with a qualifying visit in the calendar month of the as-of date and no depression screen in that month or the eleven before it.",
    waiting_since: "the first visit of the month",
    order: "never screened, then the oldest screen, then the longest wait",
    published: "Not met in Screened for depression, on the last day of a month.",
    needs: ["patient", "clinic", "assessment", "visit"],
  },
];
