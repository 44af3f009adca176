import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const medicationTracking: Measure = {
  ...CARE,
  id: "medication_tracking",
  title: "Medication tracked",
  why: "Nobody can adjust a treatment whose medicine and dose are not on record.",
  definition:
    "Of people in care and on a psychotropic medicine at the end of a calendar month, those whose every such medicine has a name and a dose recorded in the last 90 days. Where no day of recording is given the first day of the medicine stands for it.",
  in_words: "had medicine and dose recorded in the last 90 days",
  better: "higher",
  unit: "episode_month",
  windows: ["last_90d"],
  needs: ["patient", "clinic", "episode", "treatment"],
  exclusions: ["window_open", "not_in_care", "no_psychotropic", "no_dose_kept"],
  specs: [],
  source:
    "MHIP pay-for-performance, Washington (AJMC 2017): medication tracking; its exact wording was not seen",
  firmness: "unverified",
};
