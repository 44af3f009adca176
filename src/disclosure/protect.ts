import type { CountCell, WaterfallStep } from "../reference/cells.ts";
import type { Edition } from "../reference/disclosure_rules.ts";
import { decide } from "./decide.ts";
import { drawCell, drawStep } from "./draw.ts";
import { type GateOptions, passGate } from "./gate/gate.ts";
import { mint } from "./mint.ts";
import { isOpen, type Policy } from "./policy.ts";
import type { CellStatus, Released, ReleasedCell, ReleasedStep } from "./released.ts";
import { NOTHING } from "./shown_counts.ts";

/** How many cells a release has, by status. */
type Summary = { cells: number } & Record<CellStatus, number>;

export interface Protected<E extends Edition = Edition> {
  cells: Released<readonly ReleasedCell[], E>;
  steps: Released<readonly ReleasedStep[], E>;
  summary: Summary;
  /** Numbers that must not be learnt, and how many others the gate hid so that none is. */
  audit: { secrets: number; repairs: number };
}

/**
 * The one way from exact counts to what may be published: decide row by row, pass the gate, draw. Pure, in the order given.
 * A policy that hides nothing has nothing to pass. Throws a GateError for counts that are not nested or do not add up and for a
 * release that cannot be protected.
 */
export function protect<E extends Edition>(
  cells: readonly CountCell[],
  steps: readonly WaterfallStep[],
  policy: Policy<E>,
  options: GateOptions = {},
): Protected<E> {
  const decided = decide(cells, steps, policy);
  const { draft, secrets, repairs } = isOpen(policy)
    ? { draft: decided, secrets: 0, repairs: 0 }
    : passGate(decided, policy, options);
  const drawn = draft.cells.map((cell, at) => drawCell(cell, draft.shownCells[at] ?? NOTHING, policy));
  const drawnSteps = draft.steps.map((step, at) => drawStep(step, draft.shownSteps[at] ?? false, policy));
  return {
    cells: mint(drawn, policy),
    steps: mint(drawnSteps, policy),
    summary: summarise(drawn),
    audit: { secrets, repairs },
  };
}

function summarise(cells: readonly ReleasedCell[]): Summary {
  const count = (status: CellStatus) => cells.filter((cell) => cell.status === status).length;
  return {
    cells: cells.length,
    shown: count("shown"),
    suppressed: count("suppressed"),
    no_value: count("no_value"),
    pending: count("pending"),
  };
}
