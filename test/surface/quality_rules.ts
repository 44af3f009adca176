import { wilson } from "../../src/stats/wilson.ts";
import { isSame } from "./column_rules.ts";
import { type Published, type Row, read } from "./published.ts";
import type { Finding } from "./scan_release.ts";

interface Series {
  measure: string;
  instrument: string;
  window: string;
}

/** The part of a manifest that judges the quality of the data. */
export interface QualityFound {
  measures: readonly { measure: string; findings: readonly { share: number }[] }[];
  fixes: readonly (Series & { fix: string; people: number; now: Ends; after: Ends })[];
}

interface Ends {
  lower: number;
  upper: number;
}

/** What a manifest tells of the quality of the data: each share and each range is worked out again from published counts. */
export function scanQuality({ measures, fixes }: QualityFound, published: Published): Finding[] {
  const shares = measures.flatMap(({ measure, findings }, at) => {
    const told = sharesOf(measure, published);
    return findings.some(({ share }) => !told.some((value) => isSame(String(share), value)))
      ? [`quality.measures.${at}`]
      : [];
  });
  const ranges = fixes.flatMap((fix, at) =>
    wholesOf(fix, published).some((cell) => isFix(fix, cell, published)) ? [] : [`quality.fixes.${at}`],
  );
  return [...shares, ...ranges].map((where) => ({
    file: "manifest.json",
    where,
    what: "is no function of published counts",
  }));
}

const rowsOf = (
  { tables }: Published,
  name: string,
  { measure, instrument, window }: Partial<Series>,
): readonly Row[] =>
  (tables.get(name) ?? []).filter(
    (row) =>
      row.measure === measure &&
      (instrument === undefined || row.instrument === instrument) &&
      (window === undefined || row.window === window),
  );

/** Every share of rows, scores or people that may be told of a measure. */
function sharesOf(measure: string, published: Published): number[] {
  const { inputs, scores } = published.manifest;
  const of = (part: unknown, whole: unknown) =>
    typeof part === "number" && typeof whole === "number" && whole > 0 ? [part / whole] : [];
  const forms = scores.find(({ fault }) => fault === "forms")?.rows;
  const cells = rowsOf(published, "cells", { measure }).filter(({ clinic_id }) => clinic_id === "all");
  const people = (row: Row | undefined, name: string) => read(row?.[name])[0];
  const steps = rowsOf(published, "waterfall", { measure });
  return [
    0,
    1,
    ...inputs.flatMap(({ rejected, duplicate, read: all }) => [...of(rejected, all), ...of(duplicate, all)]),
    ...scores.flatMap(({ rows }) => of(rows, forms)),
    ...cells.flatMap((row) =>
      of(
        (people(row, "denominator") ?? Number.NaN) - (people(row, "observed") ?? Number.NaN),
        people(row, "denominator"),
      ),
    ),
    ...cells
      .filter(({ level }) => level === "unknown")
      .flatMap((row) =>
        cells
          .filter(({ stratum }) => stratum === "all")
          .flatMap((whole) => of(people(row, "denominator"), people(whole, "denominator"))),
      ),
    ...steps
      .filter(({ step }) => step === "no_baseline")
      .flatMap((row) =>
        steps
          .filter(({ step }) => step === "all")
          .flatMap((whole) => of(people(row, "units"), people(whole, "units"))),
      ),
  ];
}

const wholesOf = (series: Series, published: Published): Row[] =>
  rowsOf(published, "cells", series).filter(
    ({ clinic_id, stratum }) => clinic_id === "all" && stratum === "all",
  );

/** Whether the ranges of a fix are those of a cell, now and with the missing scored. */
function isFix(fix: QualityFound["fixes"][number], cell: Row, published: Published): boolean {
  const [n = 0, seen = 0, met = 0] = ["denominator", "observed", "numerator"].map(
    (name) => read(cell[name])[0],
  );
  const steps = rowsOf(published, "waterfall", fix);
  const units = (name: string) =>
    steps.flatMap(({ step, units }) => (step === name ? read(units) : []))[0] ?? 0;
  const [unscored, all] = [units("no_baseline"), units("all")];
  const more = 1 + unscored / Math.max(1, all - unscored);
  const scaled = [n, seen, met].map((people) => Math.round(people * more));
  const isFollowUp = fix.fix === "follow_up";
  const after = isFollowUp ? [n, n, met + (seen > 0 ? Math.round(((n - seen) * met) / seen) : 0)] : scaled;
  return (
    fix.people === (isFollowUp ? n - seen : unscored) &&
    isRange(fix.now, [n, seen, met]) &&
    isRange(fix.after, after)
  );
}

const isRange = ({ lower, upper }: Ends, [n = 0, seen = 0, met = 0]: readonly number[]): boolean =>
  isSame(String(lower), wilson(met, n)?.lower) && isSame(String(upper), wilson(met + n - seen, n)?.upper);
