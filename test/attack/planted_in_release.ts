import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { group } from "d3";
import type { ReleasedCell } from "../../src/disclosure/released.ts";
import { type Release, readRelease } from "../../src/publish/read_release.ts";
import { type ReleaseToWrite, writeRelease } from "../../src/publish/write_release.ts";
import type { CountCell } from "../../src/reference/cells.ts";
import { wilson } from "../../src/stats/wilson.ts";
import type { Simulated } from "./simulate.ts";

/** What a leaky program would publish instead: tables from those published and the exact ones, row for row. */
type Leak = (published: Release, exact: Simulated) => Partial<Pick<Release, "cells" | "means">>;

/** Leaks of the tables, each into every file of a release. */
export const RELEASE_LEAKS: Readonly<Record<string, Leak>> = {
  "an extra exact margin": exactCounts(
    ({ period_grain, clinic_id, stratum }) => [period_grain, clinic_id, stratum].join() === "month,all,all",
  ),
  "an exact rate": exactRates((n, d) => ({ value: n / d })),
  "a percentage with one decimal": exactRates((n, d) => ({ value: Math.round((1000 * n) / d) / 1000 })),
  "an interval with one decimal": exactRates((n, d) => {
    const { lower = 0, upper = 1 } = wilson(n, d) ?? {};
    return { lower: Math.round(1000 * lower) / 1000, upper: Math.round(1000 * upper) / 1000 };
  }),
  "a year to date": spans("year_to_date", (month) => ({ from: month - (month % 12), to: month })),
  "a rolling window": spans("rolling", (month) => ({ from: month - 5, to: month })),
  "a re-issued month": exactCounts(({ period_grain }) => period_grain === "month"),
  "a nested filter": (published, exact) => ({
    cells: [
      ...published.cells,
      ...sumsOver(
        exact.cells.filter(({ stratum, level }) => stratum === "age_band" && level !== "under_18"),
        ({ measure, window, period_grain, period_start, clinic_id }) =>
          [measure, window, period_grain, period_start, clinic_id].join(),
        () => ({ stratum: "adults", level: "18_and_over" }),
      ),
    ],
  }),
  "an exact mean": (published, { moments }) => ({
    means: published.means.map((row, at) => {
      const { n = 0, sum = 0 } = moments[at]?.value ?? {};
      return n > 0 ? { ...row, mean: sum / n } : row;
    }),
  }),
};

/** Writes a leaky release over the one of a day, whole and consistent in itself. */
export function plantInRelease(releaseDir: string, asOf: string, exact: Simulated, leak: Leak): string {
  const { manifest, ...tables } = readRelease(join(releaseDir, asOf));
  const { files: _, ...rest } = manifest;
  const leaky = { ...tables, ...leak({ manifest, ...tables }, exact) };
  return writeRelease({ ...(leaky as unknown as ReleaseToWrite), releaseDir, asOf, manifest: rest });
}

/** Marks what is hidden though it is not small by another symbol, so that anybody sees which counts are. */
export function plantSecondSymbol(dir: string, { cells }: Simulated): void {
  const path = join(dir, "cells.csv");
  const [header = "", ...records] = readFileSync(path, "utf8").split("\n");
  const columns = header.split(",");
  const marked = records.map((record, place) =>
    record
      .split(",")
      .map((field, at) => {
        const count = cells[place]?.[columns[at] as "denominator" | "observed" | "numerator"];
        return field === "*" && Number(count) > 12 ? "**" : field;
      })
      .join(","),
  );
  writeFileSync(path, [header, ...marked].join("\n"));
}

/** Exact counts for the rounded ones in the chosen rows; what is hidden stays hidden. */
function exactCounts(isChosen: (cell: CountCell) => boolean): Leak {
  return (published, exact) => ({
    cells: published.cells.map((row, at) => {
      const cell = exact.cells[at];
      if (!cell || !isChosen(cell)) return row;
      const told = (name: "denominator" | "observed" | "numerator") => row[name] && cell[name];
      return {
        ...row,
        denominator: told("denominator"),
        observed: told("observed"),
        numerator: told("numerator"),
      };
    }),
  });
}

/** Rates of the exact counts in every row with people, the counts left as they are. */
function exactRates(rates: (numerator: number, denominator: number) => Partial<ReleasedCell>): Leak {
  return (published, exact) => ({
    cells: published.cells.map((row, at) => {
      const { numerator = 0, denominator = 0 } = exact.cells[at] ?? {};
      return denominator > 0 ? { ...row, ...rates(numerator, denominator) } : row;
    }),
  });
}

/** Rows of everyone over other spans of months than are published, each ending with another month. */
function spans(grain: string, spanOf: (month: number) => { from: number; to: number }): Leak {
  return (published, exact) => {
    const months = exact.cells.filter(
      ({ period_grain, clinic_id, stratum }) => [period_grain, clinic_id, stratum].join() === "month,all,all",
    );
    const starts = [...new Set(months.map(({ period_start }) => period_start ?? ""))].sort();
    const added = starts.flatMap((_, month) => {
      const { from, to } = spanOf(month);
      const inside = months.filter(({ period_start }) => {
        const place = starts.indexOf(period_start ?? "");
        return from <= place && place <= to;
      });
      const [period_start, last] = [starts[from], starts[to]];
      if (!period_start || !last) return [];
      const period_end = months.find((cell) => cell.period_start === last)?.period_end ?? null;
      return sumsOver(
        inside,
        ({ measure, window }) => `${measure} ${window}`,
        () => ({
          period_grain: grain as CountCell["period_grain"],
          period_start,
          period_end,
        }),
      );
    });
    return { cells: [...published.cells, ...added] };
  };
}

/** Exact rows, one for each group of rows, of what they add up to. */
function sumsOver(
  cells: readonly CountCell[],
  groupOf: (cell: CountCell) => string,
  keyOf: (cell: CountCell) => Partial<CountCell>,
): ReleasedCell[] {
  return [...group(cells, groupOf).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const total = (name: "denominator" | "observed" | "numerator") =>
      own.reduce((sum, cell) => sum + cell[name], 0);
    const counts = {
      denominator: total("denominator"),
      observed: total("observed"),
      numerator: total("numerator"),
    };
    const rates = { value: null, lower: null, upper: null, observed_value: null, observed_lower: null };
    const others = {
      observed_upper: null,
      follow_up: null,
      highest_possible: null,
      status: "shown" as const,
    };
    const cohort = own.every((cell) => cell.cohort === "closed") ? "closed" : "closing";
    return [{ ...first, ...keyOf(first), ...counts, ...rates, ...others, cohort }];
  });
}
