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

export interface Protected<E extends Edition = Edition, Beside extends string = never> {
  cells: Released<readonly ReleasedCell[], E>;
  steps: Released<readonly ReleasedStep[], E>;
  /** The cells of other tables, by the name under which they were given. */
  beside: Readonly<Record<Beside, Released<readonly ReleasedCell[], E>>>;
  summary: Summary;
  /** Numbers that must not be learnt, and how many others the gate hid so that none is. */
  audit: { secrets: number; repairs: number };
}

/**
 * The one way from exact counts to what may be published: decide row by row, pass the gate, draw. Pure, in the order given.
 * Cells of other tables that count the same people go `beside` those of measures: what one hides the others must not tell.
 * A policy that hides nothing has nothing to pass. Throws a ProgramError as `checkPolicy` does, and a GateError for counts that are not nested or do not add up and for a
 * release that cannot be protected.
 */
export function protect<E extends Edition, Beside extends string = never>(
  cells: readonly CountCell[],
  steps: readonly WaterfallStep[],
  policy: Policy<E>,
  { beside, ...options }: GateOptions & { beside?: Readonly<Record<Beside, readonly CountCell[]>> } = {},
): Protected<E, Beside> {
  const others = Object.entries<readonly CountCell[]>(beside ?? {});
  const decided = decide([...cells, ...others.flatMap(([, own]) => own)], steps, policy);
  const { draft, secrets, repairs } = isOpen(policy)
    ? { draft: decided, secrets: 0, repairs: 0 }
    : passGate(decided, policy, options);
  const drawn = draft.cells.map((cell, at) => drawCell(cell, draft.shownCells[at] ?? NOTHING, policy));
  const drawnSteps = draft.steps.map((step, at) => drawStep(step, draft.shownSteps[at] ?? false, policy));
  const ofMeasures = drawn.splice(0, cells.length);
  const ofOthers = others.map(([name, own]) => [name, mint(drawn.splice(0, own.length), policy)]);
  return {
    cells: mint(ofMeasures, policy),
    steps: mint(drawnSteps, policy),
    beside: Object.fromEntries(ofOthers),
    summary: summarise(ofMeasures),
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
