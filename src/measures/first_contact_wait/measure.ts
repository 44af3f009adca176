import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const firstContactWait: Measure = {
  ...CARE,
  id: "first_contact_wait",
  title: "Seen within 14 days of referral",
  why: "Help that comes soon after the referral is taken up more often.",
  definition:
    "Of episodes referred at least 14 days ago, those enrolled or with a treatment contact by day 14 after the referral. Who is still waiting then counts as not seen; who withdrew unseen by then is left out.",
  in_words: "were seen within 14 days",
  better: "higher",
  unit: "referral",
  windows: ["wait_14d"],
  needs: ["patient", "clinic", "episode", "contact"],
  exclusions: ["no_referral_date", "window_open", "withdrew"],
  specs: [],
  source:
    "The 14 days are the program's call; still waiting is counted as in published waiting-time standards",
  firmness: "convention",
};
