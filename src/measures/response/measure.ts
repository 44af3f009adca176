import type { Measure } from "../measure.ts";
import { OUTCOME } from "../outcome.ts";

export const response: Measure = {
  ...OUTCOME,
  id: "response",
  title: "Response",
  why: "Halving the symptoms is the usual sign that a treatment works.",
  definition:
    "Of enrolled episodes with an elevated baseline score whose follow-up window has closed, those whose last score in the window is at most half the baseline score. No score in the window is not a response.",
  in_words: "halved their score or better",
  kind: "proportion",
  better: "higher",
  specs: [
    {
      id: "CBE 1884",
      version: "6 months, 60 days either side; without its diagnosis requirement and exclusions",
      match: "similar",
    },
    {
      id: "CBE 1885 (retired 2022)",
      version: "12 months, 60 days either side; without its diagnosis requirement and exclusions",
      match: "similar",
    },
  ],
  source:
    "MN Community Measurement, Depression Response at Six Months and at Twelve Months; the other windows are the program's call",
  firmness: "convention",
  sign_off: null,
};
