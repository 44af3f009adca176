import { pairs } from "d3";
import type { ControlLimits } from "./control_limits.ts";

/** Why a point is not chance: outside a limit, in a trend, two of three near a limit, or in a shift of seven. */
export type SpecialCause = "outside" | "trend" | "two_of_three" | "shift";

/** A value and the limits it is judged by; either is null where unknown. */
interface Plotted {
  value: number | null;
  limits: ControlLimits | null;
}

/** How many consecutive points make a trend or a shift. */
const RUN = 7;

/**
 * The special cause of each point of one segment, or null. The first rule that holds names it, in this order:
 *
 * 1. `outside`: above the upper or below the lower limit; a point on the limit is within.
 * 2. `trend`: seven consecutive points, each strictly above (or each strictly below) the one before. Equal values break it.
 * 3. `two_of_three`: of three consecutive points on one side of the centre at least two lie beyond the near limit but within
 *    the limit; only those near points are marked.
 * 4. `shift`: seven consecutive points on one side of the centre. A point on the centre breaks it.
 *
 * All points of a trend or shift are marked. A period without value or limits breaks every run.
 * NHS England, Making Data Count, as in NHSRplotthedots.
 */
export function specialCauses(points: readonly Plotted[]): (SpecialCause | null)[] {
  const values = points.map(({ value, limits }) => (value === null || limits === null ? Number.NaN : value));
  const positions = points.map(position);
  const inTrend = marked(values, RUN, isMonotonic);
  const inShift = marked(positions, RUN, isOneSided);
  const inTwoOfThree = marked(
    positions,
    3,
    (window) => isOneSided(window) && window.filter(({ zone }) => zone === "near").length >= 2,
  );
  return positions.map(({ zone }, i) => {
    if (zone === "outside") return "outside";
    if (inTrend[i]) return "trend";
    if (inTwoOfThree[i] && zone === "near") return "two_of_three";
    return inShift[i] ? "shift" : null;
  });
}

/** Which side of the centre a point lies on (NaN where unknown), and how far out. */
interface Position {
  side: number;
  zone: "outside" | "near" | "inside";
}

function position({ value, limits }: Plotted): Position {
  if (value === null || limits === null) return { side: Number.NaN, zone: "inside" };
  const side = Math.sign(value - limits.centre);
  if (value > limits.upper || value < limits.lower) return { side, zone: "outside" };
  return { side, zone: value > limits.nearUpper || value < limits.nearLower ? "near" : "inside" };
}

/** Whether all points lie strictly on the same side of the centre; one that is unknown (NaN) does not. */
function isOneSided(window: readonly Position[]): boolean {
  return Math.abs(window.reduce((total, { side }) => total + side, 0)) === window.length;
}

/** Whether each value rises on the last, or each falls; a missing value (NaN) does neither. */
function isMonotonic(window: readonly number[]): boolean {
  const steps = pairs(window, (a, b) => Math.sign(b - a));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

/** Marks every entry that lies in some window of `size` consecutive entries for which the rule holds. */
function marked<T>(entries: readonly T[], size: number, holds: (window: readonly T[]) => boolean): boolean[] {
  const marks = entries.map(() => false);
  for (let start = 0; start + size <= entries.length; start++)
    if (holds(entries.slice(start, start + size))) marks.fill(true, start, start + size);
  return marks;
}
