import { INDEX_WINDOWS } from "../reference/programmes.ts";
import type { Measure } from "./measure.ts";

/** What the national outcome measures have in common: people followed from an index event, counted by measurement year. */
export const INDEX_EVENT = {
  kind: "proportion",
  better: "higher",
  unit: "patient_year",
  by_instrument: false,
  has_follow_up: true,
  windows: INDEX_WINDOWS.map(({ id }) => id),
  needs: ["patient", "clinic", "episode", "assessment", "visit", "diagnosis"],
  exclusions: ["under_age", "window_open", "died", "hospice", "other_diagnosis"],
  source:
    "CMS159 v14 (eCQM logic, cqframework/ecqm-content-qicore-2025); MN Community Measurement; HEDIS MY2025 as in an open calculator",
  firmness: "sourced",
  sign_off: null,
} as const satisfies Partial<Measure>;

/** Whom these measures count, for their definitions. */
export const INDEX_PEOPLE =
  "Of people of 12 years or more with an index event, a PHQ-9 or PHQ-9M of 10 or more near a visit with a verified diagnosis of major depression or dysthymia, and none of the exclusions,";
