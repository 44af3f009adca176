import { code, date, id } from "../columns.ts";
import { defineTable } from "../table.ts";

/** Coded diagnoses. */
export const diagnosis = defineTable({
  name: "diagnosis",
  grain: "coded diagnosis",
  columns: {
    diagnosis_id: id({ description: "Identifier of the entry", pii: "pseudonym" }).nullish(),
    patient_id: id({ description: "Person", pii: "pseudonym" }),
    code_system: code({ description: "Code system, e.g. icd-10-cm or snomed", pii: "none" }),
    code: code({ description: "Code", pii: "indirect" }),
    onset_date: date({ description: "Day it began", pii: "indirect" }).nullish(),
    recorded_date: date({ description: "Day it was recorded", pii: "indirect" }).nullish(),
    status: code({ description: "Status as recorded, e.g. active or resolved", pii: "indirect" }).nullish(),
    resolved_date: date({ description: "Day it ended", pii: "indirect" }).nullish(),
    verification: code({
      description: "How sure it is, as recorded, e.g. confirmed, provisional or refuted",
      pii: "indirect",
    }).nullish(),
  },
  key: ["patient_id", "code_system", "code", "onset_date", "recorded_date", "status"],
  surrogate: "diagnosis_id",
  references: [{ column: "patient_id", table: "patient" }],
  happened: ["recorded_date", "onset_date"],
});
