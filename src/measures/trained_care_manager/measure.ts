import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const trainedCareManager: Measure = {
  ...CARE,
  id: "trained_care_manager",
  title: "Trained care manager",
  why: "Collaborative care is a craft that has to be learned.",
  definition:
    "Of enrolled episodes with a named care manager, those whose care manager had completed a course by the day of enrolment.",
  in_words: "had a trained care manager",
  better: "higher",
  unit: "episode",
  windows: ["at_enrolment"],
  needs: ["patient", "clinic", "episode", "staff_training"],
  exclusions: ["no_care_manager"],
  specs: [],
  source: "The program's call: which courses count is not known from the extract, so any completed one does",
  firmness: "convention",
};
