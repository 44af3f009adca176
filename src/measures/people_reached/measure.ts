import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const peopleReached: Measure = {
  ...CARE,
  id: "people_reached",
  title: "People reached",
  why: "Before asking how people fare, ask how many there were, each counted once.",
  definition:
    "Of people ever referred to the programme or enrolled in it, those enrolled at least once by the as-of date. A person counts once, in the month and at the clinic of the first referral, however many episodes follow.",
  in_words: "were enrolled",
  better: "higher",
  unit: "person",
  windows: ["so_far"],
  needs: ["patient", "clinic", "episode"],
  exclusions: [],
  specs: [],
  source: "Unduplicated counts of people served, as grant reports ask for; the program's call",
  firmness: "convention",
};
