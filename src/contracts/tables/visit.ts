import { code, date, id } from "../columns.ts";
import { defineTable } from "../table.ts";

/** Qualifying visits. */
export const visit = defineTable({
  name: "visit",
  grain: "qualifying visit",
  columns: {
    visit_id: id({ description: "Identifier of the visit", pii: "pseudonym" }).nullish(),
    patient_id: id({ description: "Person", pii: "pseudonym" }),
    clinic_id: id({ description: "Site", pii: "none" }).nullish(),
    visit_date: date({ description: "Day of the visit", pii: "indirect" }),
    end_date: date({ description: "Last day, where it lasted longer", pii: "indirect" }).nullish(),
    type: code({
      description: "Kind of visit as recorded: a word or a CPT, HCPCS or SNOMED code",
      pii: "none",
    }).nullish(),
  },
  key: ["patient_id", "clinic_id", "visit_date", "type"],
  surrogate: "visit_id",
  references: [
    { column: "patient_id", table: "patient" },
    { column: "clinic_id", table: "clinic" },
  ],
  inOrder: [["visit_date", "end_date"]],
  happened: ["visit_date"],
});
