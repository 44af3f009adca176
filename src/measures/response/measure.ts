import type { Measure } from "../measure.ts";

export const response: Measure = {
  id: "response",
  title: "Response",
  why: "Halving the symptoms is the usual sign that a treatment works.",
  definition:
    "Of enrolled episodes with an elevated baseline score whose follow-up window has closed, those whose last score in the window is at most half the baseline score. No score in the window is not a response.",
  in_words: "halved their score or better",
  kind: "proportion",
  better: "higher",
  unit: "episode",
  by_instrument: true,
  has_follow_up: true,
  windows: ["10w", "6m"],
  needs: ["patient", "clinic", "episode", "assessment"],
  exclusions: ["no_baseline", "baseline_not_elevated", "window_open"],
  specs: [
    {
      id: "CBE 1884",
      version: "6 months, 60 days either side; without its diagnosis requirement and exclusions",
      match: "similar",
    },
  ],
  source:
    "MN Community Measurement, Depression Response at Six Months; the 10-week window is the program's call",
  firmness: "convention",
  sign_off: null,
};
