import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const phq9Utilisation: Measure = {
  ...CARE,
  id: "phq9_utilisation",
  title: "PHQ-9 used, DMS-E",
  why: "Who is treated for depression should be measured in every third of the year.",
  definition:
    "Of people of 12 years or more on 1 January with a visit with a diagnosis of depression in a third of the year, not diagnosed otherwise, in hospice care or dead by the year’s end, those with a PHQ-9, or to age 17 a PHQ-9M, in the same third.",
  in_words: "were scored in the same four months",
  better: "higher",
  unit: "patient_year",
  windows: ["third_1", "third_2", "third_3"],
  needs: ["patient", "clinic", "episode", "assessment", "visit", "diagnosis"],
  exclusions: ["under_age", "window_open", "died", "hospice", "other_diagnosis"],
  specs: [
    {
      id: "HEDIS DMS-E",
      version: "MY2025; for personality disorders the CMS value set",
      match: "same",
    },
    {
      id: "CMS160 / CBE 0712e (retired)",
      version: "v8; without its age strata",
      match: "similar",
    },
  ],
  source: "HEDIS MY2025 as in an open calculator; NCQA’s own text is not public",
  firmness: "sourced",
};
