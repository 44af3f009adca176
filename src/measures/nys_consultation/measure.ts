import type { Measure } from "../measure.ts";
import { NYS, NYS_PEOPLE } from "../nys.ts";

export const nysConsultation: Measure = {
  ...NYS,
  id: "nys_consultation",
  title: "Psychiatric consultation, New York State",
  why: "Who is not better after ten weeks needs another mind.",
  definition: `${NYS_PEOPLE} enrolled for 70 days or more with an elevated baseline and not improved by the last score, those reviewed with the psychiatric consultant in the 60 days to the month’s end.`,
  in_words: "were reviewed with the psychiatric consultant",
  windows: ["last_60d"],
  needs: [...NYS.needs, "case_review"],
  exclusions: [...NYS.exclusions, "too_early", "no_score_yet", "baseline_not_elevated", "improved"],
  specs: [
    {
      id: "NYS CoCM metric 8",
      version: "target 80 % or more; a review of the person, not attendance at the meeting",
      match: "same",
    },
  ],
};
