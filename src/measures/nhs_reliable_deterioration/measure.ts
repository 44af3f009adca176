import type { Measure } from "../measure.ts";
import { NHS, NHS_COURSES } from "../nhs.ts";

export const nhsReliableDeterioration: Measure = {
  ...NHS,
  id: "nhs_reliable_deterioration",
  title: "Reliable deterioration, NHS Talking Therapies",
  why: "Care can harm, and a programme must see it.",
  definition: `${NHS_COURSES}, those whose PHQ-9 rose by 6 or more or whose GAD-7 rose by 4 or more, and neither fell by as much.`,
  in_words: "got reliably worse",
  better: "lower",
  specs: [
    {
      id: "NHS Talking Therapies reliable deterioration",
      version: "2024/25 metadata, GAD-7 as the anxiety measure; that neither falls is from memory",
      match: "same",
    },
  ],
};
