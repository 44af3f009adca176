import type { ReleasedFlow } from "../../disclosure/released.ts";
import type { Table } from "../schema.ts";

/** Who comes, waits, is in care and goes, beside the care managers in post. */
export const CAPACITY: Table<ReleasedFlow> = {
  name: "capacity",
  columns: [
    { name: "flow", type: "text", description: "What is counted, as in the manifest." },
    { name: "period_grain", type: "text", description: "Length of the period: month, quarter, year or all." },
    { name: "period_start", type: "day", description: "First day of the period; blank for all." },
    { name: "period_end", type: "day", description: "Last day of the period; blank for all." },
    { name: "clinic_id", type: "text", description: "Clinic, or all." },
    { name: "people", type: "count", description: "People in the period or on its last day, rounded." },
    {
      name: "fte",
      type: "number",
      description:
        "Full-time equivalents of care managers, on average over the period; of a month: NYS CoCM metric 11.",
    },
    {
      name: "per_fte",
      type: "number",
      description: "people / fte; for people who come, in a quarter.",
    },
    { name: "status", type: "text", description: "shown or suppressed." },
  ],
};
