import { CARE_RULES } from "../../reference/care_rules.ts";
import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const safetyFollowUp: Measure = {
  ...CARE,
  id: "safety_follow_up",
  title: "Safety follow-up",
  why: "Thoughts of self-harm need an answer the same day.",
  definition: `Of people who score ${CARE_RULES.self_harm_min.value} or more on the self-harm item (PHQ-9, PHQ-9M: item 9) in an episode in a calendar month, those with a safety plan on the day of the first such score of the month or the next.`,
  in_words: "with thoughts of self-harm had a safety plan by the next day",
  better: "higher",
  unit: "patient_month",
  windows: ["next_day"],
  needs: ["patient", "clinic", "episode", "assessment", "care_event"],
  exclusions: ["window_open", "episode_ended"],
  specs: [],
  source: "Derived from item 9 of the PHQ-9; a C-SSRS is not read yet, so a safety plan alone counts",
  firmness: "convention",
};
