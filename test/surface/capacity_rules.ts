import { BILLING_CODES, NO_CODE } from "../../src/reference/billing.ts";
import { FLOWS } from "../../src/reference/capacity.ts";
import { ALL } from "../../src/reference/cells.ts";
import { keyRules, period, STATUS, type Vocabulary } from "./cell_rules.ts";
import { countBy, day, type FieldRule, functionOf, isSame, oneOf } from "./column_rules.ts";

/** Quarters in a period: people who come are told for each post in a quarter. */
const QUARTERS: Readonly<Record<string, number>> = { month: 1 / 3, quarter: 1, year: 4 };

const amount: FieldRule = (field) => (/^(\d+(\.\d+)?)?$/.test(field) ? null : "is no amount");

/** Rules for the tables of flow and of billed months; posts and fees are of no patient. */
export function capacityRules(words: Vocabulary): Record<string, Record<string, FieldRule>> {
  const { policy } = words;
  const count = countBy(policy);
  const perFte: FieldRule = (field, { people, fte, flow, period_grain }) => {
    if (field === "" || field === policy.symbol) return null;
    const isStock = FLOWS.find(({ id }) => id === flow)?.is_stock;
    const value = Number(people) / Number(fte) / (isStock ? 1 : (QUARTERS[period_grain ?? ""] ?? Number.NaN));
    return isSame(field, value) ? null : "is no function of the published count and the posts";
  };
  return {
    capacity: {
      flow: oneOf(...FLOWS.map(({ id }) => id)),
      period_grain: period,
      period_start: day,
      period_end: day,
      clinic_id: keyRules(words).clinic_id,
      people: count,
      fte: (field, row, table, at) => (field === policy.symbol ? null : amount(field, row, table, at)),
      per_fte: perFte,
      status: oneOf("shown", "suppressed"),
    },
    billing: {
      code: oneOf(ALL, NO_CODE, ...BILLING_CODES.map(({ code }) => code)),
      period_start: day,
      period_end: day,
      people: count,
      billed: count,
      unbilled: functionOf(policy, ["people", "billed"], (people, billed) => people - billed),
      fee: (field, row, table, at) => (field === policy.symbol ? null : amount(field, row, table, at)),
      unbilled_value: functionOf(policy, ["fee", "unbilled"], (fee, unbilled) => fee * unbilled),
      status: STATUS,
    },
  };
}
