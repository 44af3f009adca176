import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const billableMonthBilled: Measure = {
  ...CARE,
  id: "billable_month_billed",
  title: "Billable months billed",
  why: "What is earned and not billed cannot pay for the next person’s care.",
  definition:
    "Of people with billable minutes in a calendar month that ended at least 30 days ago, those for whom a code of collaborative care was billed for that month and not taken back.",
  in_words: "had their month billed",
  better: "higher",
  unit: "service_month",
  windows: ["month_and_30d"],
  needs: ["patient", "clinic", "episode", "contact", "billing"],
  exclusions: ["window_open", "below_billing_threshold"],
  specs: [],
  source: "Claims beside CPT and HCPCS time rules; the 30 days to bill are the programme’s call",
  firmness: "convention",
};
