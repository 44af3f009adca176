import type { Measure } from "../measure.ts";
import { OUTCOME } from "../outcome.ts";

export const followUp: Measure = {
  ...OUTCOME,
  id: "follow_up",
  title: "Follow-up",
  why: "Outcomes can only be judged for people who are seen again; the rest count as not improved.",
  definition:
    "Of enrolled episodes with an elevated baseline score whose follow-up window has closed, those with at least one score in the window.",
  in_words: "were seen again with a score in the window",
  kind: "proportion",
  better: "higher",
  specs: [],
  source:
    "MN Community Measurement publishes follow-up by PHQ-9 beside its 6-month and 12-month measures; here for any instrument",
  firmness: "convention",
  sign_off: null,
};
