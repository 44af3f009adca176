import type { Measure } from "../measure.ts";
import { NHS, NHS_COURSES } from "../nhs.ts";

export const nhsReliableImprovement: Measure = {
  ...NHS,
  id: "nhs_reliable_improvement",
  title: "Reliable improvement, NHS Talking Therapies",
  why: "A change larger than the scales’ error, whether or not the person was a case.",
  definition: `${NHS_COURSES}, those whose PHQ-9 fell by 6 or more or whose GAD-7 fell by 4 or more, and neither rose by as much. Without a later score of both nobody has improved.`,
  in_words: "improved reliably",
  better: "higher",
  specs: [
    {
      id: "NHS Talking Therapies reliable improvement",
      version: "2024/25 metadata, GAD-7 as the anxiety measure; that neither rises is from memory",
      match: "same",
    },
  ],
};
