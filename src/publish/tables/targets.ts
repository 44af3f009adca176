import type { JudgedTarget } from "../../reference/targets.ts";
import type { Table } from "../schema.ts";

/** What the programme means to reach, series by series. */
export const TARGETS: Table<JudgedTarget> = {
  name: "targets",
  columns: [
    { name: "measure", type: "text", description: "Measure id, as in the manifest." },
    { name: "instrument", type: "text", description: "Instrument id, as in the manifest." },
    { name: "window", type: "text", description: "Follow-up window id, as in the manifest." },
    { name: "bound", type: "text", description: "at_least or at_most." },
    { name: "target", type: "rate", description: "The share that is to be reached, or not to be passed." },
    { name: "source", type: "text", description: "Who set the target, and where." },
    {
      name: "assurance",
      type: "text",
      description:
        "By the limits of exact monthly counts: meeting, missing, not_settled or too_early; blank where nothing may be said.",
    },
  ],
};
