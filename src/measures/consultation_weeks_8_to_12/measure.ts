import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const consultationWeeks8To12: Measure = {
  ...CARE,
  id: "consultation_weeks_8_to_12",
  title: "Consultation in weeks 8 to 12",
  why: "A consultation for whoever has not improved by week 8 makes later improvement more likely.",
  definition:
    "Of enrolled episodes in care after day 56 with an elevated baseline and not improved by the last score up to that day, those with a case review with the psychiatric consultant on day 57 to 84.",
  in_words: "were discussed with the psychiatric consultant",
  better: "higher",
  unit: "episode",
  windows: ["days_57_to_84"],
  needs: ["patient", "clinic", "episode", "assessment", "case_review"],
  exclusions: ["window_open", "episode_ended", "no_score_yet", "baseline_not_elevated", "improved"],
  specs: [
    {
      id: "Bao 2016, task 2",
      version: "all ages, any registered instrument; Bao: adults, PHQ-9",
      match: "similar",
    },
  ],
  source:
    "Bao et al. 2016, doi:10.1176/appi.ps.201400577: consultation in weeks 8 to 12, odds ratio of improvement 1.44",
  firmness: "sourced",
};
