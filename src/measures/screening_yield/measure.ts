import { CARE_RULES } from "../../reference/care_rules.ts";
import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const screeningYield: Measure = {
  ...CARE,
  id: "screening_yield",
  title: "Positive first screens",
  why: "How many of those asked for the first time need help.",
  definition: `Of people of ${CARE_RULES.screening_min_age.value} years or more with a qualifying visit in a calendar month and a first screen in it (none in the ${CARE_RULES.first_screen_days.value} days before), those whose score is elevated.`,
  in_words: "with a first screen scored high on it",
  better: "neither",
  unit: "patient_month",
  windows: ["month"],
  needs: ["patient", "clinic", "visit", "assessment"],
  exclusions: ["window_open", "under_age", "no_first_screen"],
  specs: [
    { id: "NYS CoCM metric 10", version: "PHQ-9 and PHQ-9M, people seen that month", match: "similar" },
  ],
  source: "New York State CoCM metric 10",
  firmness: "sourced",
};
