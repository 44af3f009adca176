import { type CountedCurve, timesOf } from "../reference/survival.ts";
import { logRank } from "../stats/log_rank.ts";
import type { TimeToEvent } from "../stats/risk_set.ts";
import type { Difference } from "./released.ts";

/** A log-rank test with a smaller p-value says that groups differ. */
const SIGNIFICANCE = 0.05;

/**
 * Compares groups by a log-rank test up to the last declared time. It runs on exact counts, for rounded ones would find
 * differences that are not there; but a statistic or a p-value is a fingerprint of those counts, so only a word leaves.
 */
export function compareCurves(curves: readonly CountedCurve[]): Difference {
  const test = logRank(curves.map(toSubjects));
  if (!test) return "not_tested";
  return test.p < SIGNIFICANCE ? "differs" : "no_clear_difference";
}

/** Whoever is watched beyond the last declared time is censored there. */
function toSubjects({ scale, ends }: CountedCurve): TimeToEvent[] {
  const last = Math.max(...timesOf(scale));
  return ends
    .flatMap(({ time, events, censored }) =>
      time > last
        ? [{ time: last, isEvent: false, people: events + censored }]
        : [
            { time, isEvent: true, people: events },
            { time, isEvent: false, people: censored },
          ],
    )
    .filter(({ people }) => people > 0);
}
