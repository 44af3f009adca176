import type { ReleasedCost } from "../../disclosure/released.ts";
import type { Table } from "../schema.ts";
import { KEY } from "./cell_key.ts";

/** What staff cost, beside the people it was spent on. */
export const COSTS: Table<ReleasedCost> = {
  name: "costs",
  columns: [
    {
      name: "outcome",
      type: "text",
      description: "What cost is divided by: reached (enrolled, each person once), response or remission.",
    },
    ...KEY,
    { name: "cost_start", type: "day", description: "First day of the months whose cost it is." },
    {
      name: "cost_end",
      type: "day",
      description: "Last day of the months whose cost it is: those whose windows have closed.",
    },
    {
      name: "clinics",
      type: "count",
      description: "Clinics whose cost is recorded, in the month with fewest.",
    },
    {
      name: "cost",
      type: "number",
      description: "Cost of staff in those months, in the programme's currency.",
    },
    {
      name: "people",
      type: "count",
      description: "People reached or with the outcome, rounded; the numerator of the cell.",
    },
    { name: "cost_per_person", type: "number", description: "cost / people." },
    { name: "lower", type: "number", description: "Lower end of the 95 % interval of cost_per_person." },
    { name: "upper", type: "number", description: "Upper end of the 95 % interval of cost_per_person." },
    {
      name: "status",
      type: "text",
      description:
        "shown, suppressed, no_value (cost not recorded, or nobody) or pending (no window has closed).",
    },
  ],
};
