import type { Measure } from "../measure.ts";
import { NYS, NYS_PEOPLE } from "../nys.ts";

export const nysImprovement: Measure = {
  ...NYS,
  id: "nys_improvement",
  title: "Improved, New York State",
  why: "The state’s own question: is who has been in care for ten weeks better?",
  definition: `${NYS_PEOPLE} enrolled for 70 days or more with an elevated baseline, those whose last score up to the month’s end is below the elevated score or at most half the baseline, however old.`,
  in_words: "were improved",
  windows: ["month_end"],
  exclusions: [...NYS.exclusions, "too_early", "no_score_yet", "baseline_not_elevated"],
  specs: [
    {
      id: "NYS CoCM metric 6",
      version: "target 60 % or more; PHQ-9 and GAD-7, other instruments by our own thresholds",
      match: "same",
    },
  ],
};
