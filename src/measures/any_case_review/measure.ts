import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const anyCaseReview: Measure = {
  ...CARE,
  id: "any_case_review",
  title: "Ever discussed with the psychiatrist",
  why: "The consultant is part of the team only for those who are discussed.",
  definition: "Of people in care at the end of a calendar month, those with a case review since enrolment.",
  in_words: "had been discussed with the psychiatric consultant",
  better: "higher",
  unit: "episode_month",
  windows: ["month_end"],
  needs: ["patient", "clinic", "episode", "case_review"],
  exclusions: ["window_open", "not_in_care"],
  specs: [],
  source: "NYS-CCI 2015: 75 to 90 % of episodes are reviewed",
  firmness: "convention",
};
