import type { Measure } from "./measure.ts";

/** What the metrics of New York State's registry form have in common: people on Medicaid, month by month, all ages. */
export const NYS = {
  kind: "proportion",
  unit: "episode_month",
  by_instrument: false,
  has_follow_up: false,
  needs: ["patient", "clinic", "episode", "assessment", "contact", "coverage"],
  exclusions: ["window_open", "not_medicaid"],
  better: "higher",
  source:
    "New York State Collaborative Care Medicaid Program, registry form, as read by an open guide to it; Moise et al. 2018",
  firmness: "sourced",
  sign_off: null,
} as const satisfies Partial<Measure>;

/** Whom these metrics count, for their definitions. */
export const NYS_PEOPLE =
  "Of people on Medicaid on the first of a calendar month with a day in care in it, an episode closing 90 days after its last treatment contact if not before,";
