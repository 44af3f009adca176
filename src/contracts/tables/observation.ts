import { code, date, decimal, id } from "../columns.ts";
import { defineTable } from "../table.ts";

/** Largest laboratory value or vital sign that is taken for a number and not for a typing error. */
const LARGEST_VALUE = 1e9;

/** Laboratory values and vital signs. */
export const observation = defineTable({
  name: "observation",
  grain: "laboratory value or vital sign",
  columns: {
    observation_id: id({ description: "Identifier of the observation", pii: "pseudonym" }).nullish(),
    patient_id: id({ description: "Person", pii: "pseudonym" }),
    code: code({ description: "LOINC code", pii: "indirect" }),
    value: decimal(-LARGEST_VALUE, LARGEST_VALUE, {
      description: "Value, in `unit`",
      pii: "indirect",
    }).nullish(),
    unit: code({ description: "Unit as recorded", pii: "none" }).nullish(),
    observed_date: date({ description: "Day it was observed", pii: "indirect" }),
  },
  key: ["patient_id", "code", "observed_date", "value", "unit"],
  surrogate: "observation_id",
  references: [{ column: "patient_id", table: "patient" }],
  happened: ["observed_date"],
});
