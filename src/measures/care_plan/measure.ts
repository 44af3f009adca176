import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const carePlan: Measure = {
  ...CARE,
  id: "care_plan",
  title: "Care plan within 4 weeks",
  why: "A written plan says what is being treated, how, and when to change course.",
  definition:
    "Of enrolled episodes, those with a care plan dated from the day of enrolment to day 28 after it.",
  in_words: "had a care plan within 4 weeks",
  better: "higher",
  unit: "episode",
  windows: ["days_0_to_28"],
  needs: ["patient", "clinic", "episode", "care_event"],
  exclusions: ["window_open"],
  specs: [],
  source: "Medicare's collaborative-care codes ask for a plan of care; the 28 days are the program's call",
  firmness: "convention",
};
