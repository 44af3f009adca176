import { group, rollup, sum } from "d3";
import { ALL, type CountCell } from "../reference/cells.ts";
import type { Edition } from "../reference/disclosure_rules.ts";
import { type CountedCurve, timesOf } from "../reference/survival.ts";
import { compareCurves } from "./compare_curves.ts";
import { drawCurve } from "./draw_curve.ts";
import { mint } from "./mint.ts";
import type { Policy } from "./policy.ts";
import { protect } from "./protect.ts";
import type { Released, ReleasedCell, ReleasedPoint } from "./released.ts";

/**
 * Protects curves of time to an event; points come back in the order of the curves. An exact Kaplan-Meier curve steps at
 * every event, and each step tells the day of one person and how many were left then: the table it was made from can be read
 * off it. So a curve is published at declared times only. What is known at such a time are three nested counts: everyone,
 * those not censored by then, and those who had the event by then. That is a cell, and it passes the rule and the gate of
 * cells. A time that is hidden has no share, and the next one stands for the longer stretch. The curve is a life table of the
 * counts as they are published, so it tells nothing that they do not. A group whose number is hidden is compared with none.
 *
 * No other table counts the people of a curve to a better score, so these pass the gate by themselves (`curveCells` and
 * `drawSurvival` are for those that may not). It weighs each time by itself: what
 * happened between two is known as the difference of two rounded counts, never exactly, and an attack in the tests uses
 * every time, clinic and level at once.
 */
export function protectSurvival<E extends Edition>(
  curves: readonly CountedCurve[],
  policy: Policy<E>,
): Released<readonly ReleasedPoint[], E> {
  return drawSurvival(curves, protect(curveCells(curves), [], policy).cells, policy);
}

/** What is known of curves at their declared times, as cells to be protected. */
export const curveCells = (curves: readonly CountedCurve[]): CountCell[] => momentsOf(curves).map(toCell);

/** Draws curves from what was protected of their cells. */
export function drawSurvival<E extends Edition>(
  curves: readonly CountedCurve[],
  cells: Released<readonly ReleasedCell[], E>,
  policy: Policy<E>,
): Released<readonly ReleasedPoint[], E> {
  const seen = momentsOf(curves).flatMap((moment, place) => {
    const cell = cells[place];
    return cell ? [{ ...moment, cell }] : [];
  });
  const drawn = [...group(seen, ({ curve }) => curve)].map(([curve, own]) => ({
    curve,
    points: drawCurve(own, policy),
  }));
  const differences = rollup(
    drawn,
    (groups) => compareCurves(groups.filter(isCounted).map(({ curve }) => curve)),
    ({ curve }) => breakdownOf(curve),
  );
  return mint(
    drawn.flatMap(({ curve: { ends: _, ...key }, points }) => {
      const difference = differences.get(breakdownOf(key)) ?? "not_tested";
      return points.map((point) => ({ ...key, ...point, difference }));
    }),
    policy,
  );
}

const momentsOf = (curves: readonly CountedCurve[]) =>
  curves.flatMap((curve) => timesOf(curve.scale).map((time) => ({ curve, time })));

/** The counts of a curve at one time. All times of an event share their people, so they share a window: the gate tells people by it. */
function toCell({ curve, time }: { curve: CountedCurve; time: number }): CountCell {
  const { instrument, event, scale, clinic_id, stratum, level, ends } = curve;
  const over = ends.filter((end) => end.time <= time);
  const denominator = sum(ends, ({ events, censored }) => events + censored);
  return {
    measure: `${scale} ${time}`,
    instrument,
    window: event,
    period_grain: "all",
    period_start: null,
    period_end: null,
    clinic_id,
    stratum,
    level,
    denominator,
    observed: denominator - sum(over, ({ censored }) => censored),
    numerator: sum(over, ({ events }) => events),
    cohort: "closed",
  };
}

/** Curves that are compared with each other: the clinics, or the levels of a stratum, on one scale. */
const breakdownOf = ({ instrument, event, scale, clinic_id, stratum }: Omit<CountedCurve, "ends">): string =>
  [instrument, event, scale, stratum, clinic_id === ALL].join("|");

const isCounted = ({ points }: { points: readonly { people: number | null }[] }): boolean =>
  points.every(({ people }) => people !== null);
