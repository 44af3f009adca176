import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const recentScore: Measure = {
  ...CARE,
  id: "recent_score",
  title: "Score in the last 30 days",
  why: "Who is not measured cannot be treated to target.",
  definition:
    "Of people in care at the end of a calendar month, those with a score on a registered instrument in the last 30 days.",
  in_words: "had a score in the last 30 days",
  better: "higher",
  unit: "episode_month",
  windows: ["last_30d"],
  needs: ["patient", "clinic", "episode", "assessment"],
  exclusions: ["window_open", "not_in_care"],
  specs: [],
  source: "Derived from measurement-based care: a score at least monthly",
  firmness: "convention",
};
