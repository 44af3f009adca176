import type { Measure } from "../measure.ts";

export const remission: Measure = {
  id: "remission",
  title: "Remission",
  why: "Few or no symptoms left is what people hope for when they start care.",
  definition:
    "Of enrolled episodes with an elevated baseline score whose follow-up window has closed, those whose last score in the window is in the instrument's remission range. No score in the window is not a remission.",
  in_words: "had few or no symptoms left",
  kind: "proportion",
  better: "higher",
  unit: "episode",
  by_instrument: true,
  has_follow_up: true,
  windows: ["10w", "6m"],
  needs: ["patient", "clinic", "episode", "assessment"],
  exclusions: ["no_baseline", "baseline_not_elevated", "window_open", "no_remission_value"],
  specs: [
    {
      id: "CBE 0711",
      version: "6 months, 60 days either side; without its diagnosis requirement and exclusions",
      match: "similar",
    },
  ],
  source:
    "MN Community Measurement, Depression Remission at Six Months; the 10-week window is the program's call",
  firmness: "convention",
  sign_off: null,
};
