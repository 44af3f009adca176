import type { Measure } from "../measure.ts";
import { OUTCOME } from "../outcome.ts";

export const remission: Measure = {
  ...OUTCOME,
  id: "remission",
  title: "Remission",
  why: "Few or no symptoms left is what people hope for when they start care.",
  definition:
    "Of enrolled episodes with an elevated baseline score whose follow-up window has closed, those whose last score in the window is in the instrument's remission range. No score in the window is not a remission.",
  in_words: "had few or no symptoms left",
  kind: "proportion",
  better: "higher",
  exclusions: [...OUTCOME.exclusions, "no_remission_value"],
  specs: [
    {
      id: "CBE 0711",
      version: "6 months, 60 days either side; without its diagnosis requirement and exclusions",
      match: "similar",
    },
    {
      id: "CBE 0710, CMS159 v14, MIPS 370",
      version: "12 months, 60 days either side; without its diagnosis requirement and exclusions",
      match: "similar",
    },
  ],
  source:
    "MN Community Measurement, Depression Remission at Six Months and at Twelve Months; the other windows are the program's call",
  firmness: "convention",
  sign_off: null,
};
