import { group } from "d3";
import type { CountCell, WaterfallStep } from "../reference/cells.ts";
import { mint } from "./mint.ts";
import { checkPolicy, type Policy } from "./policy.ts";
import { isWholeProgramme, protectCell } from "./protect_cell.ts";
import { protectWaterfall } from "./protect_waterfall.ts";
import type { CellStatus, Released, ReleasedCell, ReleasedStep } from "./released.ts";
import { NO_ZERO, publishedZeros } from "./shown_counts.ts";

/** How many cells a release has, by status. */
type Summary = { cells: number } & Record<CellStatus, number>;

export interface Protected {
  cells: Released<readonly ReleasedCell[]>;
  steps: Released<readonly ReleasedStep[]>;
  summary: Summary;
}

/**
 * The one way from exact counts to what may be published; pure, in the order given. Throws a ProgramError for a policy
 * under the floor and a GateError for counts that are not nested or do not add up.
 */
export function protect(
  cells: readonly CountCell[],
  steps: readonly WaterfallStep[],
  policy: Policy,
): Protected {
  checkPolicy(policy);
  const overall = cells.filter((cell) => cell.period_grain === "all" && isWholeProgramme(cell));
  const openZeros = new Map(overall.map((cell) => [series(cell), publishedZeros(cell, policy)]));
  const released = cells.map((cell) => protectCell(cell, openZeros.get(series(cell)) ?? NO_ZERO, policy));
  return {
    cells: mint(released),
    steps: mint(
      [...group(steps, series).values()].flatMap((waterfall) => protectWaterfall(waterfall, policy)),
    ),
    summary: summarise(released),
  };
}

/** Cells and steps that speak of the same measure, instrument and window. */
const series = ({ measure, instrument, window }: CountCell | WaterfallStep): string =>
  JSON.stringify([measure, instrument, window]);

function summarise(cells: readonly ReleasedCell[]): Summary {
  const count = (status: CellStatus) => cells.filter((cell) => cell.status === status).length;
  return {
    cells: cells.length,
    shown: count("shown"),
    suppressed: count("suppressed"),
    no_value: count("no_value"),
    pending: count("pending"),
  };
}
