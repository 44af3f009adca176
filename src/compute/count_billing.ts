import { sum } from "d3";
import { BILLING_CODES, BILLING_WINDOW, billingKey, NO_CODE } from "../reference/billing.ts";
import { ALL, type CountCell } from "../reference/cells.ts";
import { periodsBetween } from "../reference/periods.ts";
import type { Row, Warehouse } from "../warehouse/warehouse.ts";
import { cohortOf } from "./cohort.ts";

/** The people of a month whose minutes reach a code. */
export interface BillingTally {
  month: string;
  code: string;
  people: number;
  billed: number;
  add_ons: number;
  add_ons_billed: number;
}

/**
 * Counts people with minutes of care in each month by the main code that their minutes reach, and how many of them were billed;
 * beside them those whose minutes reach an add-on, and how many were billed one. Nobody is billed where there are no claims.
 */
export async function countBilling(warehouse: Warehouse, { asOf }: { asOf: string }): Promise<CountCell[]> {
  return billingCells(await warehouse.rows<Row & BillingTally>(SQL), { asOf });
}

/** The full grid of cells of what was counted by month, oldest first, and code. */
export function billingCells(tallies: readonly BillingTally[], { asOf }: { asOf: string }): CountCell[] {
  const [first, last] = [tallies.at(0)?.month, tallies.at(-1)?.month];
  if (first === undefined || last === undefined) return [];
  return periodsBetween("month", first, last).flatMap((period) => {
    const cohort = cohortOf({ ...period, window: BILLING_WINDOW }, asOf);
    const own = tallies.filter(({ month }) => month === period.period_start && cohort === "closed");
    const cell = (measure: string, level: string, people: number, billed: number): CountCell => ({
      ...billingKey(measure, level, period),
      denominator: people,
      observed: people,
      numerator: billed,
      cohort: cohort === "closed" ? "closed" : "open",
    });
    const total = (of: Exclude<keyof BillingTally, "month" | "code">, rows: readonly BillingTally[]) =>
      sum(rows, (row) => row[of]);
    return [
      cell("billing", ALL, total("people", own), total("billed", own)),
      ...LEVELS.map((level) => {
        const rows = own.filter(({ code }) => code === level);
        return cell("billing", level, total("people", rows), total("billed", rows));
      }),
      ...ADD_ONS.map((code) => cell(code, ALL, total("add_ons", own), total("add_ons_billed", own))),
    ];
  });
}

const codesOf = (wanted: "main" | "add_on"): string[] =>
  BILLING_CODES.filter(({ role }) => role === wanted).map(({ code }) => code);

const LEVELS = [...codesOf("main"), NO_CODE];
const ADD_ONS = codesOf("add_on");

const SQL = `
  SELECT
    period_start AS month,
    code,
    count(*) AS people,
    count(*) FILTER (WHERE is_billed) AS billed,
    count(*) FILTER (WHERE has_add_on) AS add_ons,
    count(*) FILTER (WHERE has_add_on AND is_add_on_billed) AS add_ons_billed
  FROM model.service_month
  GROUP BY period_start, code
  ORDER BY period_start, code`;
