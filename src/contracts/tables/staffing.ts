import { code, decimal, id, month } from "../columns.ts";
import { defineTable } from "../table.ts";

/** Who worked where, each month. */
export const staffing = defineTable({
  name: "staffing",
  grain: "clinic, role and month",
  columns: {
    clinic_id: id({ description: "Site", pii: "none" }),
    role: code({ description: "Role, e.g. care_manager or psychiatric_consultant", pii: "none" }),
    month: month({ description: "Calendar month", pii: "none" }),
    fte: decimal(0, 100_000, {
      description: "Staff in post",
      pii: "none",
      unit: "full-time equivalents",
    }).nullish(),
    monthly_cost: decimal(0, 1e9, {
      description: "Cost of the role in the month",
      pii: "none",
      unit: "currency",
    }).nullish(),
  },
  key: ["clinic_id", "role", "month"],
  references: [{ column: "clinic_id", table: "clinic" }],
  happened: ["month"],
});
