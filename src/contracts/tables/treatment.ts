import { code, date, id, plannedDate, text } from "../columns.ts";
import { defineTable } from "../table.ts";

/** Spans of medication or therapy. */
export const treatment = defineTable({
  name: "treatment",
  grain: "medication or therapy span",
  columns: {
    treatment_id: id({ description: "Identifier of the span", pii: "pseudonym" }).nullish(),
    patient_id: id({ description: "Person treated", pii: "pseudonym" }),
    class: code({ description: "Class, e.g. ssri or cbt", pii: "indirect" }),
    name: text({ description: "Name of the medicine or therapy", pii: "indirect" }).nullish(),
    dose: text({ description: "Dose of a medicine with its unit, e.g. 20 mg", pii: "indirect" }).nullish(),
    start_date: date({ description: "First day", pii: "indirect" }).nullish(),
    end_date: plannedDate({ description: "Last day; blank while it lasts", pii: "indirect" }).nullish(),
    recorded_date: date({
      description: "Day on which name and dose were recorded; blank for the first day",
      pii: "indirect",
    }).nullish(),
  },
  key: ["patient_id", "class", "name", "start_date", "recorded_date"],
  surrogate: "treatment_id",
  references: [{ column: "patient_id", table: "patient" }],
  inOrder: [["start_date", "end_date"]],
  happened: ["start_date"],
});
