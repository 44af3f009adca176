import { group } from "d3";
import type { CountCell, WaterfallStep } from "../reference/cells.ts";
import type { Draft } from "./gate/draft.ts";
import { isOverall, seriesOf } from "./gate/unknowns.ts";
import type { Policy } from "./policy.ts";
import { EVERY_ZERO, NO_ZERO, NOTHING, publishedZeros, type Shown, shownCounts } from "./shown_counts.ts";
import { shownSteps } from "./shown_steps.ts";

/** Decides row by row what may be shown, by the rule alone; sums over rows are the gate's. Throws a GateError for counts that are not nested. */
export function decide(cells: readonly CountCell[], steps: readonly WaterfallStep[], policy: Policy): Draft {
  const overall = cells.filter(isOverall);
  const openZeros = new Map(overall.map((cell) => [seriesOf(cell), publishedZeros(cell, policy)]));
  const decideCell = (cell: CountCell): Shown => {
    const zeros = isOverall(cell) ? EVERY_ZERO : (openZeros.get(seriesOf(cell)) ?? NO_ZERO);
    const shown = shownCounts(cell, zeros, policy);
    return cell.cohort === "open" ? NOTHING : shown;
  };
  const waterfalls = [...group(steps, seriesOf).values()];
  return {
    cells,
    steps: waterfalls.flat(),
    shownCells: cells.map(decideCell),
    shownSteps: waterfalls.flatMap((waterfall) => shownSteps(waterfall, policy)),
  };
}
