import { code, id, integer, oneOf, text } from "../columns.ts";
import { defineTable } from "../table.ts";

/** The settings a clinic can be. */
const CLINIC_SETTINGS = ["primary_care", "specialty_mh"] as const;

/** Where care is given. */
export const clinic = defineTable({
  name: "clinic",
  grain: "site",
  required: true,
  columns: {
    clinic_id: id({ description: "Identifier of the site", pii: "none" }),
    name: text({ description: "Name shown on pages", pii: "none" }).nullish(),
    organisation: text({ description: "Organisation that runs the site", pii: "none" }).nullish(),
    area_code: code({ description: "Area the site is in", pii: "none" }).nullish(),
    setting: oneOf(CLINIC_SETTINGS, { description: "Kind of site", pii: "none" }).nullish(),
    panel_size: integer(0, 100_000_000, {
      description: "People the site is responsible for",
      pii: "none",
      unit: "people",
    }).nullish(),
  },
  key: ["clinic_id"],
});
