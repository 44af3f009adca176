import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const dsfScreening: Measure = {
  ...CARE,
  id: "dsf_screening",
  title: "Screening, DSF-E",
  why: "Depression that nobody asks about goes untreated.",
  definition:
    "Of people of 12 years or more on 1 January seen in the year, not known to be bipolar, newly depressed in the year before, in hospice care or dead by its end, those with a PHQ-9 or PHQ-9M by 1 December.",
  in_words: "were screened",
  better: "higher",
  unit: "patient_year",
  windows: ["year"],
  needs: ["patient", "clinic", "episode", "assessment", "visit", "diagnosis"],
  exclusions: ["under_age", "window_open", "died", "hospice", "bipolar", "known_depression"],
  specs: [
    {
      id: "HEDIS DSF-E, depression screening",
      version: "MY2025; of people seen, where a health plan counts its members",
      match: "similar",
    },
  ],
  source: "HEDIS MY2025 as in an open calculator; NCQA’s own text is not public",
  firmness: "sourced",
};
