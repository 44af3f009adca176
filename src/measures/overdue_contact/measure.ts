import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const overdueContact: Measure = {
  ...CARE,
  id: "overdue_contact",
  title: "Overdue for contact",
  why: "Nobody should drop out of sight.",
  definition:
    "Of people in care at the end of a calendar month, those enrolled longer than the window and without a treatment contact in it.",
  in_words: "were overdue for contact",
  better: "lower",
  unit: "episode_month",
  windows: ["last_28d", "last_90d"],
  needs: ["patient", "clinic", "episode", "contact"],
  exclusions: ["window_open", "not_in_care"],
  specs: [],
  source: "Derived: four weeks without contact; 90 days as in NHS Talking Therapies’ hidden waits",
  firmness: "convention",
};
