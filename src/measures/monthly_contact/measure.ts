import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const monthlyContact: Measure = {
  ...CARE,
  id: "monthly_contact",
  title: "Contact each month",
  why: "A month without contact is a month without care.",
  definition:
    "Of people with a day in care in a calendar month, those with a treatment contact while in care.",
  in_words: "had a treatment contact",
  better: "higher",
  unit: "episode_month",
  windows: ["month"],
  needs: ["patient", "clinic", "episode", "contact"],
  exclusions: ["window_open"],
  specs: [
    {
      id: "NYS CoCM metric 5",
      version: "the contact alone, all payers; New York State asks for a score in the month too",
      match: "similar",
    },
  ],
  source: "New York State Collaborative Care Medicaid Program (Moise et al. 2018, Implementation Science)",
  firmness: "convention",
};
