import { group, min, sum } from "d3";
import { COST_OUTCOMES } from "../measures/cost_outcomes.ts";
import { ALL, type CellKey, type CountCell } from "../reference/cells.ts";
import type { CostCell } from "../reference/costs.ts";
import { type Period, periodsBetween } from "../reference/periods.ts";
import { findWindow } from "../reference/windows.ts";
import { cohortOf } from "./cohort.ts";
import type { StaffMonth } from "./staff_months.ts";

/** The grains in which cost is told. */
const GRAINS: readonly CellKey["period_grain"][] = ["year", "all"];

/**
 * Sets the cost of staff beside the cells that count what it buys, of the whole programme and of each clinic, by year and over
 * all time. Money is matched to people: to a cell belong the months in which its people could start and whose windows
 * have closed, so that nobody is paid for who has had no time to get better. A month counts from the first in which anybody starts.
 */
export function costCells(
  staff: readonly StaffMonth[],
  cells: readonly CountCell[],
  { asOf }: { asOf: string },
): CostCell[] {
  const byPlace = staffByPlace(staff);
  return COST_OUTCOMES.flatMap((outcome) => {
    const { measure, window } = outcome;
    const counted = cells.filter(
      (cell) => cell.measure === measure && cell.window === window && cell.stratum === ALL,
    );
    return [...group(counted, ({ instrument }) => instrument).values()].flatMap((own) => {
      const started = firstMonth(own);
      return own.filter(isCosted).map((cell): CostCell => {
        const months = started === undefined ? [] : monthsOf(cell, started, asOf);
        const { denominator: _n, observed: _seen, numerator: _met, cohort: _when, ...key } = cell;
        return {
          ...key,
          outcome: outcome.id,
          is_estimate: outcome.is_estimate,
          ...costOf(months, byPlace.get(cell.clinic_id)),
        };
      });
    });
  });
}

/** First day of the first month in which anybody counts. */
const firstMonth = (cells: readonly CountCell[]): string | undefined =>
  min(cells, ({ period_grain, period_start, denominator }) =>
    period_grain === "month" && denominator > 0 ? period_start : null,
  );

const isCosted = ({ period_grain }: CountCell): boolean => GRAINS.includes(period_grain);

/** The months of a cell's period in which people start whose windows have closed; where windows have no end, those that are over. */
function monthsOf({ window, period_start, period_end }: CountCell, started: string, asOf: string): Period[] {
  const first = period_start !== null && period_start > started ? period_start : started;
  const last = period_end !== null && period_end < asOf ? period_end : asOf;
  if (last < first) return [];
  const isOpenEnded = findWindow(window).end_days === null;
  return periodsBetween("month", first, last).filter((month) =>
    isOpenEnded ? (month.period_end ?? "") <= asOf : cohortOf({ ...month, window }, asOf) === "closed",
  );
}

/** Every month's rows of a clinic, and of all of them together. */
function staffByPlace(staff: readonly StaffMonth[]): Map<string, Map<string, StaffMonth[]>> {
  const byMonth = (rows: readonly StaffMonth[]) => group(rows, ({ month }) => month);
  const clinics = [...group(staff, ({ clinic_id }) => clinic_id)];
  return new Map([[ALL, byMonth(staff)], ...clinics.map(([id, rows]) => [id, byMonth(rows)] as const)]);
}

/** The cost is known where it is known of every month and post. */
function costOf(months: readonly Period[], staff: ReadonlyMap<string, readonly StaffMonth[]> | undefined) {
  const rows = months.map(({ period_start }) => staff?.get(period_start ?? "") ?? []);
  const isKnown =
    rows.length > 0 && rows.every((own) => own.length > 0 && own.every(({ cost }) => cost !== null));
  return {
    cost_start: months.at(0)?.period_start ?? null,
    cost_end: months.at(-1)?.period_end ?? null,
    cost: isKnown ? sum(rows.flat(), ({ cost }) => cost ?? 0) : null,
    clinics: min(rows, (own) => own.length) ?? 0,
    posts: min(rows, (own) => sum(own, ({ fte }) => fte)) ?? 0,
  };
}
