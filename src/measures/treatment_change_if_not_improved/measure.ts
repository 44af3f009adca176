import { CARE_RULES } from "../../reference/care_rules.ts";
import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const treatmentChangeIfNotImproved: Measure = {
  ...CARE,
  id: "treatment_change_if_not_improved",
  title: "Treatment change if not improved",
  why: "Treating to target means changing what does not work.",
  definition: `Of people who at the end of a calendar month were in care for ${CARE_RULES.progress_from_days.value} days or more with an elevated baseline and were not improved by the last score, those with a documented change of treatment (after a case review, of medication, or a treatment begun or ended) in the window. Improved is below the elevated score or at most half the baseline.`,
  in_words: "had their treatment changed",
  better: "higher",
  unit: "episode_month",
  windows: ["last_60d", "last_90d"],
  needs: ["patient", "clinic", "episode", "assessment", "case_review", "care_event"],
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
      id: "NYS registry measure: treatment change",
      version: "all payers, any registered instrument",
      match: "similar",
    },
  ],
  source:
    "New York State Collaborative Care Medicaid Program (Moise et al. 2018, Implementation Science); how far to look back is the program's call",
  firmness: "sourced",
};
