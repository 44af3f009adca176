import { CARE_RULES } from "../../reference/care_rules.ts";
import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const caseloadWithinNorm: Measure = {
  ...CARE,
  id: "caseload_within_norm",
  title: "Caseload within the norm",
  why: "A care manager with too many people cannot follow them all.",
  definition: `Of people in care at the end of a calendar month, those whose clinic had at most ${CARE_RULES.caseload_norm.value} people in care per full-time care manager.`,
  in_words: "were in a caseload within the norm",
  better: "higher",
  unit: "episode_month",
  windows: ["month_end"],
  needs: ["patient", "clinic", "episode", "staffing"],
  exclusions: ["window_open", "not_in_care", "no_staffing"],
  specs: [],
  source: CARE_RULES.caseload_norm.source,
  firmness: CARE_RULES.caseload_norm.firmness,
};
