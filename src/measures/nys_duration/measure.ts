import type { Measure } from "../measure.ts";
import { NYS } from "../nys.ts";

export const nysDuration: Measure = {
  ...NYS,
  id: "nys_duration",
  title: "Weeks in care, New York State",
  why: "How long a place on the caseload is taken: too short may be too little care, too long may be care that does not step up.",
  definition:
    "Of people on Medicaid on the first of the month in which they were discharged, the mean number of weeks from enrolment, the day of the initial assessment, to the discharge: the end of the episode or, where it came earlier, the 90th day after a treatment contact (or after enrolment) without another. An episode is discharged once. For the public edition more than 104 weeks count as 104.",
  in_words: "were discharged",
  kind: "mean",
  mean: { unit: "weeks", most: 104 },
  better: "neither",
  unit: "episode",
  windows: ["at_close"],
  exclusions: ["still_in_care", "not_medicaid"],
  specs: [
    {
      id: "NYS CoCM metric 4",
      version: "2025; days averaged, divided by 7; the public edition holds each episode to 104 weeks",
      match: "same",
    },
  ],
};
