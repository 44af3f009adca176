import type { CountCell } from "../../src/reference/cells.ts";
import { cell } from "../disclosure/build.ts";

/** One closed month of the whole programme, `i` months from January 2022. */
export function month(i: number, numerator: number, changes: Partial<CountCell> = {}): CountCell {
  const day = (months: number, date: number) =>
    new Date(Date.UTC(2022, months, date)).toISOString().slice(0, 10);
  const { denominator = 100 } = changes;
  return cell({
    period_grain: "month",
    period_start: day(i, 1),
    period_end: day(i + 1, 0),
    denominator,
    observed: denominator,
    numerator,
    ...changes,
  });
}
