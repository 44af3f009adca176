import type { CellKey } from "./cells.ts";

/**
 * What the people who met a measure in a cell cost: the staff of the months in which those of its period could start and whose
 * windows have closed. `cost` is in whole units of the programme's currency, null where that of some month or post is not recorded.
 */
export interface CostCell extends CellKey {
  outcome: string;
  /** Whether the number of people is an estimate of how many would be, so that it has an interval. */
  is_estimate: boolean;
  /** First and last day of the months whose cost it is; null where no window has closed. */
  cost_start: string | null;
  cost_end: string | null;
  cost: number | null;
  /** Clinics whose staff is in it, in the month with fewest. */
  clinics: number;
  /** Full-time equivalents of the staff, in the month with fewest. */
  posts: number;
}
