import { code, id, plannedDate } from "../columns.ts";
import { defineTable } from "../table.ts";

/** Who pays for a person's care, and when. */
export const coverage = defineTable({
  name: "coverage",
  grain: "person and payer span",
  columns: {
    patient_id: id({ description: "Person covered", pii: "pseudonym" }),
    payer_category: code({ description: "Kind of payer as recorded", pii: "indirect" }),
    start_date: plannedDate({ description: "First day of the span", pii: "indirect" }).nullish(),
    end_date: plannedDate({
      description: "Last day of the span; blank while it lasts",
      pii: "indirect",
    }).nullish(),
  },
  key: ["patient_id", "payer_category", "start_date"],
  references: [{ column: "patient_id", table: "patient" }],
  inOrder: [["start_date", "end_date"]],
  happened: ["start_date"],
});
