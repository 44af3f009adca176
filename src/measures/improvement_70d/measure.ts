import { CARE_RULES } from "../../reference/care_rules.ts";
import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const improvement70d: Measure = {
  ...CARE,
  id: "improvement_70d",
  title: "Improved after 70 days",
  why: "The state’s own question: is who has been in care for ten weeks better?",
  definition: `Of people in care in a calendar month, on the last day of it in care: of those enrolled for ${CARE_RULES.progress_from_days.value} days or more with an elevated baseline, those whose last score is below the elevated score or at most half the baseline, however old. One instrument an episode: its primary one, else the one scored first.`,
  in_words: "were improved",
  better: "higher",
  unit: "episode_month",
  has_follow_up: true,
  windows: ["month_end"],
  needs: ["patient", "clinic", "episode", "assessment"],
  exclusions: ["window_open", "too_early", "no_score_yet", "baseline_not_elevated"],
  specs: [
    {
      id: "NYS registry measure: improved at 70 days",
      version: "all payers, any registered instrument",
      match: "similar",
    },
  ],
  source:
    "New York State Collaborative Care Medicaid Program (Moise et al. 2018, Implementation Science); last score carried forward",
  firmness: "sourced",
};
