import type { Measure } from "../measure.ts";
import { NYS } from "../nys.ts";

export const nysEnrolment: Measure = {
  ...NYS,
  id: "nys_enrolment",
  title: "Medicaid enrolment",
  why: "Who is in care, and for whom the state pays.",
  definition:
    "Of people with a day in care in a calendar month, an episode closing 90 days after its last treatment contact if not before, those on Medicaid on the first of it.",
  in_words: "were on Medicaid",
  better: "neither",
  windows: ["month"],
  exclusions: ["window_open"],
  specs: [
    {
      id: "NYS CoCM metrics 1 and 2",
      version: "total enrolment is the denominator, Medicaid enrolment the numerator",
      match: "same",
    },
  ],
};
