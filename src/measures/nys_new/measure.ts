import type { Measure } from "../measure.ts";
import { NYS, NYS_PEOPLE } from "../nys.ts";

export const nysNew: Measure = {
  ...NYS,
  id: "nys_new",
  title: "Newly enrolled",
  why: "A programme that takes nobody in stops helping.",
  definition: `${NYS_PEOPLE} those enrolled in that month.`,
  in_words: "were newly enrolled",
  better: "neither",
  windows: ["month"],
  specs: [
    {
      id: "NYS CoCM metric 3",
      version: "enrolled on the day of the initial assessment; the numerator is the state’s count",
      match: "same",
    },
  ],
};
