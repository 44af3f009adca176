import { code, date, id, oneOf } from "../columns.ts";
import { defineTable } from "../table.ts";

/** The domains a status can be reported in. */
const SOCIAL_DOMAINS = ["employment", "housing", "hospital", "justice"] as const;

/** Reports of how a person lives. */
export const socialStatus = defineTable({
  name: "social_status",
  grain: "report of a social status",
  columns: {
    patient_id: id({ description: "Person", pii: "pseudonym" }),
    domain: oneOf(SOCIAL_DOMAINS, { description: "Part of life reported on", pii: "none" }),
    status: code({ description: "Status as recorded", pii: "indirect" }),
    observed_date: date({ description: "Day of the report", pii: "indirect" }),
  },
  key: ["patient_id", "domain", "status", "observed_date"],
  references: [{ column: "patient_id", table: "patient" }],
  happened: ["observed_date"],
});
