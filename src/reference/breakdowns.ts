import { PERIOD_GRAINS, type PeriodGrain } from "./cells.ts";
import { STRATA } from "./strata.ts";

/** One way of cutting a measure into cells; `stratum` null means everyone. */
export interface Breakdown {
  period_grain: PeriodGrain;
  by_clinic: boolean;
  stratum: string | null;
}

/** The only cuts that are ever counted: a fixed list, so that no two releases can be subtracted along a free filter. */
export const BREAKDOWNS: readonly Breakdown[] = [
  ...cuts(false, null),
  ...cuts(true, null),
  ...STRATA.flatMap(({ id }) => cuts(false, id)),
];

/** Those of a measure that counts people again each month: in any longer period one person could be a crowd. */
export const MONTHLY_BREAKDOWNS: readonly Breakdown[] = BREAKDOWNS.filter(
  ({ period_grain }) => period_grain === "month",
);

function cuts(by_clinic: boolean, stratum: string | null): Breakdown[] {
  return PERIOD_GRAINS.map((period_grain) => ({ period_grain, by_clinic, stratum }));
}
