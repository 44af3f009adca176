import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const threeContactsAQuarter: Measure = {
  ...CARE,
  id: "three_contacts_a_quarter",
  title: "Three contacts in three months",
  why: "With fewer than three contacts in three months there is little to steer by.",
  definition:
    "Of people in care at the end of a calendar month, those with three treatment contacts or more in that month and the two before it.",
  in_words: "had three treatment contacts or more in three months",
  better: "higher",
  unit: "episode_month",
  windows: ["last_3m"],
  needs: ["patient", "clinic", "episode", "contact"],
  exclusions: ["window_open", "not_in_care"],
  specs: [
    {
      id: "NYS registry measure: 3 contacts in the quarter",
      version: "every three months that end with a month; New York State: calendar quarters",
      match: "similar",
    },
  ],
  source: "New York State Collaborative Care Medicaid Program (Moise et al. 2018, Implementation Science)",
  firmness: "sourced",
};
