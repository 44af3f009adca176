import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const patientEducation: Measure = {
  ...CARE,
  id: "patient_education",
  title: "Patient education within 4 weeks",
  why: "People who understand their condition and its treatment stay with it.",
  definition:
    "Of enrolled episodes, those with patient education from the day of enrolment to day 28 after it.",
  in_words: "had patient education within 4 weeks",
  better: "higher",
  unit: "episode",
  windows: ["days_0_to_28"],
  needs: ["patient", "clinic", "episode", "care_event"],
  exclusions: ["window_open"],
  specs: [],
  source: "An element of collaborative care in IMPACT and its successors; the 28 days are the program's call",
  firmness: "convention",
};
