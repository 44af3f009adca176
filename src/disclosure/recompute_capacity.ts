import type { Fee } from "../reference/fees.ts";
import { unbilledOf } from "./protect_billing.ts";
import { perFte } from "./protect_flow.ts";
import type { Expected } from "./recompute.ts";
import type { ReleasedBilling, ReleasedFlow } from "./released.ts";

/** People for each care manager. */
export const expectedOfFlow = (row: ReleasedFlow): Expected => ({ per_fte: perFte(row) });

/** What is unbilled and its worth, by the fees that the manifest names. */
export const expectedOfBilling = (row: ReleasedBilling, fees: readonly Fee[]): Expected => ({
  ...unbilledOf(row, fees),
});
