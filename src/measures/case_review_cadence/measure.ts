import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const caseReviewCadence: Measure = {
  ...CARE,
  id: "case_review_cadence",
  title: "Case review every 90 days",
  why: "Systematic review means that nobody’s turn is skipped.",
  definition:
    "Of people who at the end of a calendar month had been in care for 90 days or more, those with a case review in the last 90 days.",
  in_words: "were discussed in the last 90 days",
  better: "higher",
  unit: "episode_month",
  windows: ["last_90d"],
  needs: ["patient", "clinic", "episode", "case_review"],
  exclusions: ["window_open", "not_in_care", "too_early"],
  specs: [],
  source: "Systematic caseload review (AIMS Center); the 90 days are the program's call",
  firmness: "convention",
};
