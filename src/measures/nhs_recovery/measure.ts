import type { Measure } from "../measure.ts";
import { NHS, NHS_COURSES } from "../nhs.ts";

export const nhsRecovery: Measure = {
  ...NHS,
  id: "nhs_recovery",
  title: "Recovery, NHS Talking Therapies",
  why: "England’s standard: half of those treated move to recovery.",
  definition: `${NHS_COURSES} and at caseness at the start (PHQ-9 of 10 or more, or GAD-7 of 8 or more), those below both cuts at the end. Without a later score of both nobody has recovered.`,
  in_words: "moved to recovery",
  better: "higher",
  exclusions: [...NHS.exclusions, "not_at_caseness"],
  specs: [
    {
      id: "NHS Talking Therapies recovery",
      version: "2024/25 metadata, GAD-7 as the anxiety measure",
      match: "same",
    },
  ],
};
