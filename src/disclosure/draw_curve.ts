import type { CurveKey } from "../reference/survival.ts";
import { type LifeInterval, lifeTable } from "../stats/life_table.ts";
import type { Policy } from "./policy.ts";
import type { ReleasedCell, ReleasedPoint } from "./released.ts";

/** A point of a curve before the groups of its breakdown are compared. */
type DrawnPoint = Omit<ReleasedPoint, keyof CurveKey | "difference">;

/** A published cell with the time it is about: everyone, those not censored by then, those who had the event by then. */
interface TimedCell {
  time: number;
  cell: Pick<ReleasedCell, "denominator" | "observed" | "numerator">;
}

/** Counts at a time that is shown. */
interface Known {
  time: number;
  people: number;
  at_risk: number;
  events: number;
}

/**
 * A curve from published cells alone, times ascending. Its stretches run from one time that is shown to the next, and it ends
 * where nobody is left: of a last stretch it is not known when in it people left.
 */
export function drawCurve(cells: readonly TimedCell[], policy: Policy): DrawnPoint[] {
  const known = cells.flatMap((timed) => countsOf(timed, policy) ?? []);
  const watched = known.filter(({ at_risk }) => at_risk > 0);
  const { steps } = lifeTable(watched.map((counts, place) => stretch(counts, watched[place - 1])));
  return cells.map(({ time, cell }): DrawnPoint => {
    const counts = known.find((one) => one.time === time);
    if (!counts) return { time, people: cell.denominator, ...NOT_COUNTED, ...NO_SHARE, status: "suppressed" };
    const step = steps.find((one) => one.time === time);
    if (!step) return { ...counts, ...NO_SHARE, status: "no_value" };
    const { survival, lower, upper } = step;
    return {
      ...counts,
      share: 1 - survival,
      lower: complement(upper),
      upper: complement(lower),
      status: "shown",
    };
  });
}

const NOT_COUNTED = { at_risk: null, events: null };

const NO_SHARE = { share: null, lower: null, upper: null };

const complement = (share: number | null): number | null => (share === null ? null : 1 - share);

/**
 * A point is counted whole or not at all. Where rounding has brought two counts nearer to each other than they may be, it is
 * not: that they are further apart would tell more of both than rounding means to.
 */
function countsOf(
  { time, cell: { denominator: people, observed, numerator: events } }: TimedCell,
  { hide_at_most }: Policy,
): Known | null {
  if (people === null || observed === null || events === null) return null;
  const isNear = (difference: number) => difference > 0 && difference <= hide_at_most;
  if (isNear(people - observed) || isNear(observed - events)) return null;
  return { time, people, at_risk: observed - events, events };
}

function stretch({ time, people, at_risk, events }: Known, before?: Known): LifeInterval {
  const start = before ?? { at_risk: people, events: 0 };
  const had = events - start.events;
  return { end: time, atRisk: start.at_risk, events: had, censored: start.at_risk - at_risk - had };
}
