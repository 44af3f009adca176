import { CARE_RULES } from "../../reference/care_rules.ts";
import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const consultationIfNotImproved: Measure = {
  ...CARE,
  id: "consultation_if_not_improved",
  title: "Consultation if not improved",
  why: "Whoever does not get better is to be discussed with the psychiatric consultant.",
  definition: `Of people who at the end of a calendar month were in care for ${CARE_RULES.progress_from_days.value} days or more with an elevated baseline and were not improved by the last score, those with a case review with the psychiatric consultant in the window. Improved is below the elevated score or at most half the baseline.`,
  in_words: "were discussed with the psychiatric consultant",
  better: "higher",
  unit: "episode_month",
  windows: ["last_60d", "last_90d"],
  needs: ["patient", "clinic", "episode", "assessment", "case_review"],
  exclusions: [
    "window_open",
    "not_in_care",
    "too_early",
    "no_score_yet",
    "baseline_not_elevated",
    "improved",
  ],
  specs: [
    {
      id: "NYS CoCM metric 8",
      version: "60 days: all payers, any registered instrument, in care at the end of the month",
      match: "similar",
    },
  ],
  source:
    "New York State Collaborative Care Medicaid Program (Moise et al. 2018, Implementation Science); its metric 8 looks back 60 days, the 90 are the program's call",
  firmness: "sourced",
};
