import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const screeningAndPlan: Measure = {
  ...CARE,
  id: "screening_and_plan",
  title: "Screening and follow-up plan",
  why: "Asking about depression helps only where a positive answer is acted on.",
  definition:
    "Of people of 12 years or more at the start of a calendar year with a visit in it, those with a negative last screen in the 14 days up to a visit, or a positive one and a follow-up from that visit to two days after it: a referral, psychological therapy, or medication for depression begun then or, begun earlier in the year, still taken. People who declined or could not be screened for a medical reason and have no screen are left out.",
  in_words: "were screened, and followed up where the screen was positive",
  better: "higher",
  unit: "patient_year",
  windows: ["year"],
  needs: ["patient", "clinic", "episode", "assessment", "visit", "diagnosis"],
  exclusions: ["under_age", "window_open", "bipolar", "screening_not_done"],
  specs: [
    {
      id: "CMS2 / CBE 0418e / MIPS 134",
      version: "v14; PHQ-9 and PHQ-9M as screens; a medication already taken counts, as in the narrative",
      match: "same",
    },
  ],
  source: "CMS2 (eCQM logic and narrative, cqframework/ecqm-content-qicore-2025)",
  firmness: "sourced",
};
