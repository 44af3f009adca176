import { expect, it } from "vitest";
import { PUBLIC } from "../../src/disclosure/policy.ts";
import { protect } from "../../src/disclosure/protect.ts";
import { readBilling } from "../../src/disclosure/protect_billing.ts";
import { readFlow } from "../../src/disclosure/protect_flow.ts";
import type { CountedCell } from "../../src/disclosure/released.ts";
import { addressOf } from "../../src/reference/cells.ts";
import { drawCapacity, madeCapacity } from "../reports/made_capacity.ts";

const AS_OF = "2024-06-14";
const MONTHS = ["2024-01-01", "2024-02-01", "2024-03-01", "2024-04-01", "2024-05-01", "2024-06-01"];

const told = (cells: readonly CountedCell[]) =>
  cells.map((cell) => {
    const { denominator, observed, numerator, cohort, period_end } = cell;
    return { key: addressOf(cell), denominator, observed, numerator, cohort, period_end };
  });

it("reads from the tables of a release the cells that they were drawn from, for the gate of the next one", () => {
  const made = madeCapacity({ clinics: ["c1", "c2"], months: MONTHS, people: 240, asOf: AS_OF });
  const { beside } = protect([], [], PUBLIC, { beside: made.beside });
  const { capacity, billing } = drawCapacity(made, beside, PUBLIC);
  expect(beside.flow.some(({ denominator }) => denominator === null)).toBe(true);
  expect(told(readFlow(capacity, AS_OF))).toEqual(told(beside.flow));
  expect(told(readBilling(billing))).toEqual(told(beside.billing));
});
