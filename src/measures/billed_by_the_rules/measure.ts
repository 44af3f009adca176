import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const billedByTheRules: Measure = {
  ...CARE,
  id: "billed_by_the_rules",
  title: "Billed by the rules",
  why: "A code that the minutes do not bear out has to be paid back.",
  definition:
    "Of people with minutes of care in a calendar month that ended at least 30 days ago and a code of collaborative care billed for it, those whose every code is borne out: its fewest minutes and its kind of month (first or later), no more add-on units than the minutes give, and no two codes that may not stand together.",
  in_words: "were billed by the rules",
  better: "higher",
  unit: "service_month",
  windows: ["month_and_30d"],
  needs: ["patient", "clinic", "episode", "contact", "billing"],
  exclusions: ["window_open", "not_billed"],
  specs: [],
  source: "CPT and HCPCS time rules; which codes exclude each other is data in `reference/billing.ts`",
  firmness: "sourced",
};
