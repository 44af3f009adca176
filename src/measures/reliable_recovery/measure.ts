import type { Measure } from "../measure.ts";
import { OUTCOME } from "../outcome.ts";

export const reliableRecovery: Measure = {
  ...OUTCOME,
  id: "reliable_recovery",
  title: "Reliable recovery",
  why: "A person who was ill by the scale, is no longer, and whose change is larger than chance has recovered: a clinically significant change.",
  definition:
    "Of enrolled episodes with an elevated baseline score whose follow-up window has closed, those whose last score in the window is below the instrument's elevated score and better than the baseline by at least its reliable change. Also called clinically significant change. No score in the window is not a recovery.",
  in_words: "fell below the cut-off by more than the scale's measurement error",
  kind: "proportion",
  better: "higher",
  exclusions: [...OUTCOME.exclusions, "no_reliable_change_value"],
  specs: [
    {
      id: "Clinically significant change",
      version: "Jacobson and Truax 1991, with the elevated score as its cut-off",
      match: "same",
    },
    {
      id: "NHS Talking Therapies reliable recovery",
      version: "one instrument and its own cut-offs; nearest at close of episode",
      match: "similar",
    },
  ],
  source: "Jacobson and Truax 1991; thresholds as in NHS Talking Therapies",
  firmness: "convention",
  sign_off: null,
};
