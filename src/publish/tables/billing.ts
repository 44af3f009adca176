import type { ReleasedBilling } from "../../disclosure/released.ts";
import type { Table } from "../schema.ts";

/** Months of care by the billing code that their minutes reach. */
export const BILLING: Table<ReleasedBilling> = {
  name: "billing",
  columns: [
    {
      name: "code",
      type: "text",
      description:
        "Billing code that the minutes reach, none, or all; an add-on counts beside its main code.",
    },
    { name: "period_start", type: "day", description: "First day of the month." },
    { name: "period_end", type: "day", description: "Last day of the month." },
    {
      name: "people",
      type: "count",
      description: "People whose minutes of the month reach the code, rounded.",
    },
    {
      name: "billed",
      type: "count",
      description: "Of them, those billed for the month; blank where the extract has no claims. Rounded.",
    },
    { name: "unbilled", type: "count", description: "people - billed." },
    {
      name: "fee",
      type: "number",
      description: "The program file's fee in that month; blank where it gives none.",
    },
    { name: "unbilled_value", type: "number", description: "fee x unbilled; an add-on counted once." },
    { name: "status", type: "text", description: "shown, suppressed, no_value (nobody) or pending." },
  ],
};
