import type { Measure } from "../measure.ts";
import { OUTCOME } from "../outcome.ts";

export const improvement: Measure = {
  ...OUTCOME,
  id: "improvement",
  title: "Improvement",
  why: "Collaborative care changes the treatment of people who have not come this far.",
  definition:
    "Of enrolled episodes with an elevated baseline score whose follow-up window has closed, those whose last score in the window is below the instrument's elevated score (PHQ-9 below 10) or at most half the baseline score. No score in the window is not an improvement.",
  in_words: "halved their score or fell below the cut-off",
  kind: "proportion",
  better: "higher",
  specs: [
    {
      id: "New York State Collaborative Care improvement",
      version: "below 10 or halved; a fixed window in place of the last score after 70 days",
      match: "similar",
    },
    {
      id: "Bao 2016 clinically significant improvement",
      version: "below 10 or halved; a fixed window in place of any time within 24 weeks",
      match: "similar",
    },
  ],
  source:
    "New York State Collaborative Care Initiative (Moise 2018); Bao 2016; the windows are the program's call",
  firmness: "sourced",
  sign_off: null,
};
