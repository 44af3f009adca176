import type { Measure } from "./measure.ts";

/** What the NHS Talking Therapies measures have in common: completed courses, judged by the first and last PHQ-9 and GAD-7. */
export const NHS = {
  kind: "proportion",
  unit: "episode",
  by_instrument: false,
  has_follow_up: true,
  windows: ["at_close"],
  grains: ["quarter", "year", "all"],
  needs: ["patient", "clinic", "episode", "assessment", "contact"],
  exclusions: ["still_in_care", "too_few_contacts", "no_pair"],
  source:
    "NHS Talking Therapies for anxiety and depression: national metadata; the anxiety measure is always the GAD-7",
  firmness: "sourced",
  sign_off: null,
} as const satisfies Partial<Measure>;

/** Whom these measures count, for their definitions. */
export const NHS_COURSES =
  "Of episodes that ended after at least two attended treatment contacts, with a PHQ-9 and a GAD-7 in them";
