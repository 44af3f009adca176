import { type Cell, programmePeriods } from "./release.ts";
import { isReadable } from "./sentences.ts";

/** The periods a chart over time draws. */
export interface Timeline {
  grain: "month" | "quarter" | "year";
  periods: Cell[];
}

/** A line needs two points, and at least this share of the periods that have closed. */
const ENOUGH = 0.6;
const GRAINS = ["month", "quarter", "year"] as const;

/** The finest grain in which most periods can be read, else the one with most readable periods; undefined where no grain has two. */
export function timeline(cells: readonly Cell[]): Timeline | undefined {
  const candidates = GRAINS.map((grain) => ({ grain, periods: programmePeriods(cells, grain) })).map(
    (candidate) => {
      const shown = candidate.periods.filter(isReadable).length;
      const closed = candidate.periods.filter(({ status }) => status !== "pending").length;
      return { ...candidate, shown, enough: shown >= 2 && shown >= ENOUGH * closed };
    },
  );
  const best =
    candidates.find(({ enough }) => enough) ??
    candidates.filter(({ shown }) => shown >= 2).sort((a, b) => b.shown - a.shown)[0];
  if (!best) return undefined;
  return { grain: best.grain, periods: best.periods };
}
