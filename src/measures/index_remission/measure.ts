import { INDEX_EVENT, INDEX_PEOPLE } from "../index_event.ts";
import type { Measure } from "../measure.ts";

export const indexRemission: Measure = {
  ...INDEX_EVENT,
  id: "index_remission",
  title: "Remission, national definitions",
  why: "The outcome that Medicare, Medicaid and health plans judge depression care by.",
  definition: `${INDEX_PEOPLE} those whose last PHQ-9 or PHQ-9M in the window is below 5. No score in the window is not a remission.`,
  in_words: "were in remission",
  specs: [
    { id: "CMS159 / CBE 0710e / MIPS 370", version: "v14, 12 months, 60 days either side", match: "same" },
    {
      id: "CBE 0711",
      version:
        "6 months, 60 days either side; one index event a person and intake year, where Minnesota waits for 13 months before the next",
      match: "similar",
    },
    {
      id: "HEDIS DRR-E, remission",
      version: "MY2025, 120 to 240 days; for personality disorders the CMS value set",
      match: "same",
    },
  ],
};
