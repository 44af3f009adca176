import { BILLING_RULES } from "../../reference/billing.ts";
import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const nearBillingThreshold: Measure = {
  ...CARE,
  id: "near_billing_threshold",
  title: "Months just short of a code",
  why: "One more call would have made the month’s care payable in full.",
  definition: `Of people with minutes of a care manager’s treatment contacts in a calendar month, while in care, those with at most ${BILLING_RULES.near_minutes.value} minutes fewer than the month’s full code asks for: 26 to 35 in a first month (99492), 21 to 30 in a later one (99493).`,
  in_words: `were within ${BILLING_RULES.near_minutes.value} minutes of the month’s code`,
  better: "lower",
  unit: "service_month",
  windows: ["month"],
  needs: ["patient", "clinic", "episode", "contact"],
  exclusions: ["window_open"],
  specs: [],
  source: "CPT 99492 and 99493 (fewest minutes); the 10 minutes are the programme’s call",
  firmness: "convention",
};
