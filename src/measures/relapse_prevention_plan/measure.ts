import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const relapsePreventionPlan: Measure = {
  ...CARE,
  id: "relapse_prevention_plan",
  title: "Relapse-prevention plan",
  why: "Depression returns; a plan says what to watch for and what to do.",
  definition:
    "Of episodes that ended with an elevated baseline and improved by the last score (below the elevated score or at most half the baseline), those with a relapse-prevention plan while in care.",
  in_words: "left with a relapse-prevention plan",
  better: "higher",
  unit: "episode",
  windows: ["at_close"],
  needs: ["patient", "clinic", "episode", "assessment", "care_event"],
  exclusions: ["still_in_care", "no_score_yet", "baseline_not_elevated", "not_improved"],
  specs: [],
  source: "A step of the AIMS Center’s workflow; the denominator is derived",
  firmness: "convention",
};
