import { INDEX_EVENT, INDEX_PEOPLE } from "../index_event.ts";
import type { Measure } from "../measure.ts";

export const indexFollowUp: Measure = {
  ...INDEX_EVENT,
  id: "index_follow_up",
  title: "Follow-up, national definitions",
  why: "Most people whom national measures count as failures were not scored again; this is how many were.",
  definition: `${INDEX_PEOPLE} those with any PHQ-9 or PHQ-9M in the window.`,
  in_words: "were scored again in the window",
  specs: [
    {
      id: "HEDIS DRR-E, follow-up",
      version: "MY2025, 120 to 240 days; for personality disorders the CMS value set",
      match: "same",
    },
    {
      id: "MNCM follow-up PHQ-9 at 6 and at 12 months",
      version:
        "60 days either side; one index event a person and intake year, where Minnesota waits for 13 months before the next",
      match: "similar",
    },
  ],
};
