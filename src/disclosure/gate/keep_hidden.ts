import { ALL, addressOf, type CellKey } from "../../reference/cells.ts";
import type { Draft } from "./draft.ts";
import type { EarlierRelease } from "./earlier.ts";
import { hasClosed, seriesOf } from "./keys.ts";

const COUNTS = ["denominator", "observed", "numerator"] as const;

/**
 * Keeps a total hidden that an earlier release hid beside parts which are no longer told. It may have been hidden for them,
 * and whoever kept them would learn what they hid if it were shown now. Totals whose parts are still told are for the gate to judge.
 */
export function keepHidden(draft: Draft, earlier: readonly EarlierRelease[]): Draft {
  const told = new Set(draft.cells.filter(isPart).map(addressOf));
  const hidden = new Set<string>();
  for (const { cells } of earlier) {
    const settled = cells.filter(hasClosed);
    const lost = new Set(settled.filter((cell) => isPart(cell) && !told.has(addressOf(cell))).map(totalOf));
    for (const cell of settled)
      if (!isPart(cell) && lost.has(totalOf(cell)))
        for (const count of COUNTS) if (cell[count] === null) hidden.add(`${totalOf(cell)} ${count}`);
  }
  if (hidden.size === 0) return draft;
  const shownCells = draft.shownCells.map((shown, at) => {
    const cell = draft.cells[at];
    if (!cell || isPart(cell)) return shown;
    const mayShow = (count: (typeof COUNTS)[number]) =>
      shown[count] && !hidden.has(`${totalOf(cell)} ${count}`);
    return {
      denominator: mayShow("denominator"),
      observed: mayShow("observed"),
      numerator: mayShow("numerator"),
    };
  });
  return { ...draft, shownCells };
}

const isPart = ({ clinic_id, stratum }: CellKey): boolean => clinic_id !== ALL || stratum !== ALL;

/** The programme's cell of the same series and period. */
const totalOf = (cell: CellKey): string => `${seriesOf(cell)} ${cell.period_grain} ${cell.period_start}`;
