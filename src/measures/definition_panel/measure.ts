import { DEFINITIONS } from "../../reference/definitions.ts";
import type { Measure } from "../measure.ts";

export const definitionPanel: Measure = {
  id: "definition_panel",
  title: "Better, by each definition",
  why: "Published rates differ several times over, and much of that is the definition.",
  definition:
    "Of everyone ever enrolled, once each, those whom a definition counts, and of them those who are better by it. Each is judged on the first episode, or the first index event, that the definition could count.",
  in_words: "were better",
  kind: "proportion",
  better: "higher",
  unit: "person",
  by_instrument: false,
  has_follow_up: true,
  windows: DEFINITIONS.map(({ id }) => id),
  grains: ["all"],
  needs: ["patient", "clinic", "episode", "assessment", "contact", "coverage", "visit", "diagnosis"],
  exclusions: ["not_in_definition", "not_judged_yet"],
  specs: [],
  source: "The definitions’ own sources; that each person is judged once is the programme’s call",
  firmness: "convention",
  sign_off: null,
};
