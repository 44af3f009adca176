import { ALL, ANY, type Cell, cellsOf, type Release, type Subject } from "./release.ts";

export type Pooled = Release["pooled"][number];

/** How a series stands now: the twelve latest months together, or the latest month alone where people are counted again each month. */
export interface Figure {
  kind: "pooled" | "month";
  period_start: string;
  period_end: string;
  denominator: number;
  value: number;
  lower: number;
  upper: number;
}

/** How a series stands at a clinic, or in the whole programme; undefined where the release does not say. */
export function figureOf(release: Release, subject: Subject, clinic: string = ALL): Figure | undefined {
  const { measure, instrument, window } = subject;
  const pooled = release.pooled.find(
    (row) =>
      row.clinic_id === clinic &&
      row.measure === measure.id &&
      row.instrument === (instrument?.id ?? ANY) &&
      row.window === window.id,
  );
  return pooled
    ? toFigure("pooled", pooled)
    : toFigure("month", latestMonth(cellsOf(release, subject), clinic));
}

function latestMonth(cells: readonly Cell[], clinic: string): Cell | undefined {
  return cells
    .filter(
      ({ clinic_id, stratum, period_grain, cohort }) =>
        clinic_id === clinic && stratum === ALL && period_grain === "month" && cohort === "closed",
    )
    .sort((a, b) => (a.period_start ?? "").localeCompare(b.period_start ?? ""))
    .at(-1);
}

function toFigure(kind: Figure["kind"], row: Pooled | Cell | undefined): Figure | undefined {
  if (!row) return undefined;
  const { period_start, period_end, denominator, value, lower, upper } = row;
  if (period_start === null || period_end === null || denominator === null) return undefined;
  if (value === null || lower === null || upper === null) return undefined;
  return { kind, period_start, period_end, denominator, value, lower, upper };
}
