import type { Measure } from "../measure.ts";
import { NYS, NYS_PEOPLE } from "../nys.ts";

export const nysContact: Measure = {
  ...NYS,
  id: "nys_contact",
  title: "Contact and score each month",
  why: "Care that is measured needs both, every month.",
  definition: `${NYS_PEOPLE} those with a treatment contact and a score on their steering instrument in the month.`,
  in_words: "had a contact and a score",
  windows: ["month"],
  specs: [{ id: "NYS CoCM metric 5", version: "target 80 % or more", match: "same" }],
};
