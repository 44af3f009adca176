import { addressOf, type CountCell } from "../../reference/cells.ts";
import { type Bounds, narrower } from "../bounds.ts";
import type { Policy } from "../policy.ts";
import type { ReleasedCell } from "../released.ts";
import { bucketOf } from "../sanitise.ts";
import type { Unknowns } from "./unknowns.ts";

/** An earlier release that anybody may have kept, with the rule by which it was made. */
export interface EarlierRelease {
  policy: Pick<Policy, "hide_at_most" | "round_to">;
  cells: readonly ReleasedCell[];
}

const COUNTS = ["denominator", "observed", "numerator"] as const;

/**
 * What earlier releases still tell of today's numbers. A period whose windows had closed then can have changed only by late
 * data. Nobody outside knows whether it did, so every earlier number that is still true is held against today's release, as
 * if nothing had changed; one that is no longer true tells nothing certain. Open periods have moved on and are other numbers.
 */
export function readEarlier(
  { cells: unknowns }: Unknowns,
  cells: readonly CountCell[],
  earlier: readonly EarlierRelease[],
): ReadonlyMap<number, Bounds> {
  const known = new Map<number, Bounds>();
  for (const release of earlier) {
    const settled = release.cells.filter((cell) => cell.cohort === "closed" && cell.period_grain !== "all");
    const before = new Map(settled.map((cell) => [addressOf(cell), cell]));
    for (const [at, cell] of cells.entries())
      for (const count of COUNTS) {
        const [unknown, published] = [unknowns[at]?.[count], before.get(addressOf(cell))?.[count]];
        if (unknown === undefined || published === undefined || published === null) continue;
        const bounds = bucketOf(published, release.policy);
        if (bounds.lo <= cell[count] && cell[count] <= bounds.hi)
          known.set(unknown, narrower(bounds, known.get(unknown)));
      }
  }
  return known;
}
