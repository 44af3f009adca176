import { CARE } from "../care.ts";
import type { Measure } from "../measure.ts";

export const billableMonth: Measure = {
  ...CARE,
  id: "billable_month",
  title: "Months with billable time",
  why: "Care that falls short of a code’s minutes is given and never paid.",
  definition:
    "Of people with minutes of a care manager’s treatment contacts in a calendar month, while in care, those whose minutes in that month reach the fewest of a collaborative-care code: 36 in a first month (99492), 31 in a later one (99493), or 16 in any (G2214). A month is a first one again after 6 whole months without service. Contacts without a recorded role count as a care manager’s.",
  in_words: "had enough minutes to be billed",
  better: "higher",
  unit: "service_month",
  windows: ["month"],
  needs: ["patient", "clinic", "episode", "contact"],
  exclusions: ["window_open"],
  specs: [],
  source:
    "CPT 99492, 99493 and HCPCS G2214: minutes of a calendar month, from the midpoint of each code’s time",
  firmness: "sourced",
};
