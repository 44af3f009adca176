import { INDEX_EVENT, INDEX_PEOPLE } from "../index_event.ts";
import type { Measure } from "../measure.ts";

export const indexResponse: Measure = {
  ...INDEX_EVENT,
  id: "index_response",
  title: "Response, national definitions",
  why: "Halving the symptoms, as national measures count it.",
  definition: `${INDEX_PEOPLE} those whose last PHQ-9 or PHQ-9M in the window is at most half the index score. No score in the window is not a response.`,
  in_words: "halved their score or better",
  specs: [
    {
      id: "CBE 1884",
      version:
        "6 months, 60 days either side; one index event a person and intake year, where Minnesota waits for 13 months before the next",
      match: "similar",
    },
    {
      id: "CBE 1885 (retired 2022)",
      version:
        "12 months, 60 days either side; one index event a person and intake year, where Minnesota waits for 13 months before the next",
      match: "similar",
    },
    {
      id: "HEDIS DRR-E, response",
      version: "MY2025, 120 to 240 days; for personality disorders the CMS value set",
      match: "same",
    },
  ],
};
