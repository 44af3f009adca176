import type { Measure } from "../measure.ts";
import { NHS, NHS_COURSES } from "../nhs.ts";

export const nhsReliableRecovery: Measure = {
  ...NHS,
  id: "nhs_reliable_recovery",
  title: "Reliable recovery, NHS Talking Therapies",
  why: "Recovered, and by more than the scales’ error: England’s headline.",
  definition: `${NHS_COURSES} and at caseness at the start (PHQ-9 of 10 or more, or GAD-7 of 8 or more), those below both cuts at the end who also improved reliably.`,
  in_words: "recovered reliably",
  better: "higher",
  exclusions: [...NHS.exclusions, "not_at_caseness"],
  specs: [
    {
      id: "NHS Talking Therapies reliable recovery",
      version: "2024/25 metadata, GAD-7 as the anxiety measure",
      match: "same",
    },
  ],
};
