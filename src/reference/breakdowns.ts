import { PERIOD_GRAINS, type PeriodGrain } from "./cells.ts";
import { STRATA } from "./strata.ts";

/** One way of cutting a measure into cells; `stratum` null means everyone. */
export interface Breakdown {
  period_grain: PeriodGrain;
  by_clinic: boolean;
  stratum: string | null;
}

/** A clinic's or a group's quarter holds too few people to show: of such cells fewer than one in four could be read. */
const GRAINS_OF_A_PART: readonly PeriodGrain[] = ["year", "all"];

/** The only cuts that are ever counted: a fixed list, so that no two releases can be subtracted along a free filter. */
export const BREAKDOWNS: readonly Breakdown[] = [
  ...cuts(false, null, PERIOD_GRAINS),
  ...cuts(true, null, GRAINS_OF_A_PART),
  ...STRATA.flatMap(({ id }) => cuts(false, id, GRAINS_OF_A_PART)),
];

function cuts(by_clinic: boolean, stratum: string | null, grains: readonly PeriodGrain[]): Breakdown[] {
  return grains.map((period_grain) => ({ period_grain, by_clinic, stratum }));
}
