import type { CellKey } from "../../reference/cells.ts";
import type { Column } from "../schema.ts";

/** The columns by which every table of cells tells them apart. */
export const KEY: readonly Column<CellKey>[] = [
  { name: "measure", type: "text", description: "Measure id, as in the manifest." },
  { name: "instrument", type: "text", description: "Instrument id, as in the manifest." },
  { name: "window", type: "text", description: "Follow-up window id, as in the manifest." },
  {
    name: "period_grain",
    type: "text",
    description: "Length of the period of baselines: month, quarter, year or all.",
  },
  { name: "period_start", type: "day", description: "First day of the period; blank for all." },
  { name: "period_end", type: "day", description: "Last day of the period; blank for all." },
  { name: "clinic_id", type: "text", description: "Clinic, or all." },
  { name: "stratum", type: "text", description: "Attribute by which people are grouped, or all." },
  { name: "level", type: "text", description: "Group within the stratum, or all." },
];
