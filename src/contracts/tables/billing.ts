import { code, decimal, id, month } from "../columns.ts";
import { defineTable } from "../table.ts";

/** Billed codes by month of service. */
export const billing = defineTable({
  name: "billing",
  grain: "billed code",
  columns: {
    billing_id: id({ description: "Identifier of the claim line", pii: "pseudonym" }).nullish(),
    patient_id: id({ description: "Person", pii: "pseudonym" }),
    clinic_id: id({ description: "Site", pii: "none" }).nullish(),
    service_month: month({ description: "Calendar month of service", pii: "indirect" }),
    code: code({ description: "Billing code, e.g. 99492", pii: "none" }),
    units: decimal(0, 100_000, { description: "Units billed", pii: "none", unit: "units" }).nullish(),
    paid: decimal(-1e9, 1e9, {
      description: "Amount paid; negative for a reversal",
      pii: "none",
      unit: "currency",
    }).nullish(),
  },
  key: ["patient_id", "clinic_id", "service_month", "code", "units", "paid"],
  surrogate: "billing_id",
  references: [
    { column: "patient_id", table: "patient" },
    { column: "clinic_id", table: "clinic" },
  ],
  happened: ["service_month"],
});
