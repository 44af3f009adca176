import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const twoContactsAMonth: Measure = {
  ...CARE,
  id: "two_contacts_a_month",
  title: "Two contacts a month",
  why: "Treating to target needs regular contact; Washington State’s programme asked for two a month.",
  definition:
    "Of people with a day in care in a calendar month, those with two treatment contacts or more while in care.",
  in_words: "had two treatment contacts or more",
  better: "higher",
  unit: "episode_month",
  windows: ["month"],
  needs: ["patient", "clinic", "episode", "contact"],
  exclusions: ["window_open"],
  specs: [],
  source: "MHIP pay-for-performance, Washington (AJMC 2017); its exact wording was not seen",
  firmness: "unverified",
};
