import { ALL } from "../reference/cells.ts";
import type { Edition } from "../reference/disclosure_rules.ts";
import type { Signal } from "../reference/signals.ts";
import { findWholes } from "./gate/wholes.ts";
import { mint } from "./mint.ts";
import type { Policy } from "./policy.ts";
import type { Released, ReleasedCell } from "./released.ts";

/**
 * The signals that may be published: labels alone, and none that speaks of a number that is hidden. A month's or a clinic's
 * label needs its own cell to be shown in full, for it says on which side of a limit the exact count lies. The label of the
 * recent months says so of no month by itself: it needs the whole programme shown, and how many the latest month counts.
 */
export function labelSignals<E extends Edition>(
  signals: readonly Signal[],
  cells: readonly ReleasedCell[],
  policy: Policy<E>,
): Released<readonly Signal[], E> {
  const whole = cells.filter(({ stratum }) => stratum === ALL);
  const found = new Map(whole.map((cell) => [keyOf(cell, cell.period_grain, cell.period_start), cell]));
  const isShown = (signal: Signal, grain: string, start: string | null) =>
    found.get(keyOf(signal, grain, start))?.status === "shown";
  const wholes = findWholes(cells);
  const shownWholes = cells.filter((cell) => wholes.isWhole(cell) && cell.status === "shown");
  const inShownWhole = new Set(shownWholes.map(wholes.keyOf));
  const mayLabel = (signal: Signal): boolean => {
    const { kind, period_start } = signal;
    if (kind === "month") return isShown(signal, "month", period_start);
    if (kind === "funnel") return isShown(signal, ALL, null);
    const latest = found.get(keyOf(signal, "month", period_start));
    return typeof latest?.denominator === "number" && inShownWhole.has(wholes.keyOf(signal));
  };
  return mint(signals.filter(mayLabel), policy);
}

const keyOf = (
  { measure, instrument, window, clinic_id }: Omit<Signal, "kind" | "label" | "period_start">,
  grain: string,
  start: string | null,
): string => JSON.stringify([measure, instrument, window, clinic_id, grain, start]);
