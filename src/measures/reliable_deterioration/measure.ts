import type { Measure } from "../measure.ts";
import { OUTCOME } from "../outcome.ts";

export const reliableDeterioration: Measure = {
  ...OUTCOME,
  id: "reliable_deterioration",
  title: "Reliable deterioration",
  why: "People who get clearly worse in care are the ones a program must not miss.",
  definition:
    "Of enrolled episodes with an elevated baseline score whose follow-up window has closed, those whose last score in the window is worse than the baseline by at least the instrument's reliable change. People without a score in the window are not known to be worse.",
  in_words: "got worse by more than the scale's measurement error",
  kind: "proportion",
  better: "lower",
  exclusions: [...OUTCOME.exclusions, "no_reliable_change_value"],
  specs: [
    {
      id: "NHS Talking Therapies reliable deterioration",
      version: "one instrument and an elevated baseline; nearest at close of episode",
      match: "similar",
    },
  ],
  source: "Jacobson and Truax 1991; thresholds as in NHS Talking Therapies",
  firmness: "convention",
  sign_off: null,
};
