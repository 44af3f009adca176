import { DEFINITION_PAIRS } from "../../reference/definitions.ts";
import { definitionPanel } from "../definition_panel/measure.ts";
import type { Measure } from "../measure.ts";

export const definitionPairs: Measure = {
  ...definitionPanel,
  id: "definition_pairs",
  title: "Better, by two definitions at once",
  why: "Who is better by one definition and not by another, and why, reconciles their rates.",
  definition:
    "Of everyone ever enrolled, once each, those better by both of two definitions. The others are better by one of them only, for one reason, or by neither.",
  in_words: "were better by both",
  better: "neither",
  has_follow_up: false,
  windows: DEFINITION_PAIRS.map(({ id }) => id),
  exclusions: [
    "first_only_not_counted",
    "first_only_no_score",
    "first_only_threshold",
    "second_only_not_counted",
    "second_only_no_score",
    "second_only_threshold",
    "better_by_neither",
  ],
};
