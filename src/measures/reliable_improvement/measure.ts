import type { Measure } from "../measure.ts";
import { OUTCOME } from "../outcome.ts";

export const reliableImprovement: Measure = {
  ...OUTCOME,
  id: "reliable_improvement",
  title: "Reliable improvement",
  why: "A fall larger than the instrument's measurement error is unlikely to be chance.",
  definition:
    "Of enrolled episodes with an elevated baseline score whose follow-up window has closed, those whose last score in the window is better than the baseline by at least the instrument's reliable change. No score in the window is not an improvement.",
  in_words: "improved by more than the scale's measurement error",
  kind: "proportion",
  better: "higher",
  exclusions: [...OUTCOME.exclusions, "no_reliable_change_value"],
  specs: [
    {
      id: "NHS Talking Therapies reliable improvement",
      version: "one instrument and an elevated baseline; nearest at close of episode",
      match: "similar",
    },
  ],
  source: "Jacobson and Truax 1991; thresholds as in NHS Talking Therapies",
  firmness: "convention",
  sign_off: null,
};
