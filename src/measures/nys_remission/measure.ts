import type { Measure } from "../measure.ts";
import { NYS, NYS_PEOPLE } from "../nys.ts";

export const nysRemission: Measure = {
  ...NYS,
  id: "nys_remission",
  title: "Remission, New York State",
  why: "Well again, by a score of this month and not of long ago.",
  definition: `${NYS_PEOPLE} with an elevated baseline, those whose last score is of that month and in the remission range. Without a score in the month nobody is in remission.`,
  in_words: "were in remission",
  windows: ["month"],
  exclusions: [...NYS.exclusions, "no_score_yet", "baseline_not_elevated"],
  specs: [{ id: "NYS CoCM metric 7", version: "scored in the month; never carried forward", match: "same" }],
};
