import { BILLING_CODES, billingKey } from "../reference/billing.ts";
import { ALL } from "../reference/cells.ts";
import type { Edition } from "../reference/disclosure_rules.ts";
import { type Fee, feeOn } from "../reference/fees.ts";
import { mint } from "./mint.ts";
import type { Policy } from "./policy.ts";
import type { CountedCell, Released, ReleasedBilling, ReleasedCell } from "./released.ts";

/** Draws what was protected of months by billing code; what is unbilled and its value are functions of the published counts. */
export function drawBilling<E extends Edition>(
  cells: Released<readonly ReleasedCell[], E>,
  { fees, hasClaims }: { fees: readonly Fee[]; hasClaims: boolean },
  policy: Policy<E>,
): Released<readonly ReleasedBilling[], E> {
  return mint(
    cells.map((cell): ReleasedBilling => {
      const { measure, level, period_start, period_end, denominator: people, status } = cell;
      const code = measure === "billing" ? level : measure;
      const billed = hasClaims ? cell.numerator : null;
      const isShown = !hasClaims && people !== null && people > 0;
      return {
        code,
        period_start,
        period_end,
        people,
        billed,
        ...unbilledOf({ code, period_start, people, billed }, fees),
        status: isShown ? "shown" : status,
      };
    }),
    policy,
  );
}

/** The cells that published rows were drawn from, as far as they tell. */
export const readBilling = (rows: readonly ReleasedBilling[]): CountedCell[] =>
  rows.map(({ code, period_start, period_end, people, billed, status }) => {
    const isAddOn = BILLING_CODES.some((known) => known.code === code && known.role === "add_on");
    return {
      ...billingKey(isAddOn ? code : "billing", isAddOn ? ALL : code, { period_start, period_end }),
      denominator: people,
      observed: people,
      numerator: billed,
      cohort: status === "pending" ? "open" : "closed",
    };
  });

/** What of the published months is unbilled, and what that is worth by the fee of their code. */
export function unbilledOf(
  {
    code,
    period_start,
    people,
    billed,
  }: Pick<ReleasedBilling, "code" | "period_start" | "people" | "billed">,
  fees: readonly Fee[],
): Pick<ReleasedBilling, "unbilled" | "fee" | "unbilled_value"> {
  const fee = code === ALL ? null : feeOn(fees, code, period_start ?? "");
  const unbilled = people === null || billed === null ? null : people - billed;
  return { unbilled, fee, unbilled_value: fee === null || unbilled === null ? null : fee * unbilled };
}
