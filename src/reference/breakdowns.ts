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

/** A grain in each period of which a measure may count people again: in any longer one a person could be a crowd. */
export type RepeatedGrain = Extract<PeriodGrain, "month" | "year">;

function cuts(by_clinic: boolean, stratum: string | null): Breakdown[] {
  return PERIOD_GRAINS.map((period_grain) => ({ period_grain, by_clinic, stratum }));
}
