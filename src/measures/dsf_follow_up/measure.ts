import { dsfScreening } from "../dsf_screening/measure.ts";
import type { Measure } from "../measure.ts";

export const dsfFollowUp: Measure = {
  ...dsfScreening,
  id: "dsf_follow_up",
  title: "Follow-up of a positive screen, DSF-E",
  why: "A positive screen that leads to nothing helps nobody.",
  definition:
    "Of those whom the screening measure counts and whose first positive screen was by 1 December, those with follow-up on the day of it or in the 30 days after: a visit with a diagnosis of depression, a treatment contact, psychological therapy or a new antidepressant.",
  in_words: "were followed up within 30 days",
  exclusions: [...dsfScreening.exclusions, "no_positive_screen"],
  specs: [
    {
      id: "HEDIS DSF-E, follow-up on positive screen",
      version: "MY2025; of people seen, where a health plan counts its members",
      match: "similar",
    },
  ],
};
