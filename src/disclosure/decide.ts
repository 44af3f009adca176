import { group } from "d3";
import type { CountCell, WaterfallStep } from "../reference/cells.ts";
import type { Draft } from "./gate/draft.ts";
import { seriesOf } from "./gate/keys.ts";
import { findWholes } from "./gate/wholes.ts";
import type { Policy } from "./policy.ts";
import { EVERY_ZERO, NO_ZERO, NOTHING, publishedZeros, type Shown, shownCounts } from "./shown_counts.ts";
import { shownSteps } from "./shown_steps.ts";

/** Decides row by row what may be shown, by the rule alone; sums over rows are the gate's. Throws a GateError for counts that are not nested. */
export function decide(cells: readonly CountCell[], steps: readonly WaterfallStep[], policy: Policy): Draft {
  const { isWhole, keyOf } = findWholes(cells);
  const openZeros = new Map(
    cells.filter(isWhole).map((whole) => [keyOf(whole), publishedZeros(whole, policy)]),
  );
  const decideCell = (cell: CountCell): Shown => {
    const isTold = policy.zeros === "shown" || isWhole(cell);
    const zeros = isTold ? EVERY_ZERO : (openZeros.get(keyOf(cell)) ?? NO_ZERO);
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
