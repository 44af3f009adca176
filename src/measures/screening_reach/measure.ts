import { CARE_RULES } from "../../reference/care_rules.ts";
import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const screeningReach: Measure = {
  ...CARE,
  id: "screening_reach",
  title: "Screened for depression",
  why: "Depression that nobody asks about is not treated.",
  definition: `Of people of ${CARE_RULES.screening_min_age.value} years or more with a qualifying visit in a calendar month, those with a scored screen in that month or the eleven before it.`,
  in_words: "with a visit had been screened for depression",
  better: "higher",
  unit: "patient_month",
  windows: ["last_12m"],
  needs: ["patient", "clinic", "visit", "assessment"],
  exclusions: ["window_open", "under_age"],
  specs: [
    {
      id: "NYS CoCM metric 9",
      version: "PHQ-9 and PHQ-9M; New York State accepts the PHQ-2 too",
      match: "similar",
    },
  ],
  source: "New York State CoCM metric 9",
  firmness: "sourced",
};
