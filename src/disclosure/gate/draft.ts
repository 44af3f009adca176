import type { CountCell, WaterfallStep } from "../../reference/cells.ts";
import type { Shown } from "../shown_counts.ts";

/** Exact tables with a decision for each number whether it is to be shown; row for row. */
export interface Draft {
  cells: readonly CountCell[];
  steps: readonly WaterfallStep[];
  shownCells: readonly Shown[];
  shownSteps: readonly boolean[];
}
