import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const improvement24w: Measure = {
  ...CARE,
  id: "improvement_24w",
  title: "Clinically significant improvement",
  why: "The outcome on which collaborative care’s key tasks were tested.",
  definition:
    "Of enrolled episodes with an elevated baseline and a follow-up contact within 24 weeks, those with any later score by day 168 after enrolment that is below the elevated score or at most half the baseline.",
  in_words: "improved at some time within 24 weeks",
  better: "higher",
  unit: "episode",
  has_follow_up: true,
  windows: ["days_0_to_168"],
  needs: ["patient", "clinic", "episode", "assessment", "contact"],
  exclusions: ["window_open", "no_score_yet", "baseline_not_elevated", "no_follow_up_contact"],
  specs: [
    {
      id: "Bao 2016, clinically significant improvement",
      version: "all ages, any registered instrument; Bao: adults, PHQ-9",
      match: "similar",
    },
  ],
  source: "Bao et al. 2016, doi:10.1176/appi.ps.201400577",
  firmness: "sourced",
};
