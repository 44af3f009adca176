import { greatest } from "d3";
import { ALL, type CellKey } from "../reference/cells.ts";
import {
  type MeasureQuality,
  type QualityFinding,
  type QualityRuleId,
  type QualityVerdict,
  type ScoreFaults,
  verdictOf,
} from "../reference/quality.ts";
import { UNKNOWN } from "../reference/strata.ts";
import type { ReleasedCell, ReleasedInput, ReleasedStep } from "./released.ts";

/** What of a measure its quality depends on, and the series in which it is read first; null where it was not counted. */
export interface MeasureToJudge {
  id: string;
  needs: readonly string[];
  missing_tables: readonly string[];
  has_follow_up: boolean;
  kind: string;
  main: Pick<CellKey, "instrument" | "window"> | null;
}

/** Published numbers alone: what is hidden is not judged. */
export interface Published {
  inputs: readonly ReleasedInput[];
  cells: readonly ReleasedCell[];
  steps: readonly ReleasedStep[];
  /** Rounded, null where few. */
  scores: { [Fault in keyof ScoreFaults]: number | null };
}

/**
 * Judges each measure by the quality of its own inputs, by the limits of `reference/quality.ts`. A function of released numbers, so it
 * tells nothing that they do not. A share of which a part is hidden (few rows, few people) is passed over.
 */
export function judgeQuality(measures: readonly MeasureToJudge[], published: Published): MeasureQuality[] {
  return measures.map((measure) => {
    const findings = findingsOf(measure, published);
    const is = (verdict: QualityVerdict) => findings.some((finding) => finding.verdict === verdict);
    return {
      measure: measure.id,
      verdict: is("not_fit") ? "not_fit" : is("caution") ? "caution" : "fit",
      findings,
    };
  });
}

function findingsOf(measure: MeasureToJudge, published: Published): QualityFinding[] {
  if (measure.missing_tables.length > 0)
    return measure.missing_tables.map((about) => ({
      rule: "table_absent",
      about,
      share: 1,
      verdict: "not_fit",
    }));
  return [
    ...ofRows(measure, published),
    ...(measure.needs.includes("assessment") ? ofScores(published) : []),
    ...ofPeople(measure, published),
  ];
}

function ofRows({ needs }: MeasureToJudge, { inputs }: Published): QualityFinding[] {
  const own = inputs.filter(({ table }) => needs.includes(table));
  return own.flatMap(({ table, read, rejected, duplicate }) => [
    ...finding("rows_set_aside", table, rejected, read),
    ...finding("rows_duplicate", table, duplicate, read),
  ]);
}

const ofScores = ({ scores: { forms, unscorable, late } }: Published): QualityFinding[] => [
  ...finding("scores_unscorable", "assessment", unscorable, forms),
  ...finding("scores_late", "assessment", late, forms),
];

function ofPeople(measure: MeasureToJudge, { cells, steps }: Published): QualityFinding[] {
  const { id, main, has_follow_up, kind } = measure;
  if (!main) return [];
  const isOwn = (row: { measure: string; instrument: string; window: string }) =>
    row.measure === id && row.instrument === main.instrument && row.window === main.window;
  const whole = wholeOf(cells.filter(isOwn));
  const unitsAt = (name: string) => steps.find((row) => isOwn(row) && row.step === name)?.units ?? null;
  const eligible = whole?.denominator ?? null;
  const seen = whole?.observed ?? null;
  const unknown = cells.filter(
    (cell) =>
      isOwn(cell) && cell.level === UNKNOWN && cell.stratum !== "baseline_band" && isBeside(cell, whole),
  );
  const worst = greatest(unknown, ({ denominator }) => denominator ?? -1);
  return [
    ...finding("no_baseline", id, unitsAt("no_baseline"), unitsAt("all")),
    ...(has_follow_up && (kind === "mean" || whole?.numerator !== seen)
      ? finding("no_follow_up", id, less(eligible, seen), eligible)
      : []),
    ...(worst ? finding("unknown_group", worst.stratum, worst.denominator, eligible) : []),
  ];
}

const less = (whole: number | null, part: number | null) =>
  whole === null || part === null ? null : whole - part;

const isBeside = (cell: CellKey, whole: CellKey | undefined): boolean =>
  cell.clinic_id === ALL &&
  cell.period_grain === whole?.period_grain &&
  cell.period_start === whole.period_start;

/** Everyone over all time, or in the latest month that has closed where a measure is counted by month only. */
export function wholeOf(cells: readonly ReleasedCell[]): ReleasedCell | undefined {
  const whole = cells.filter(({ clinic_id, stratum }) => clinic_id === ALL && stratum === ALL);
  return (
    whole.find(({ period_grain }) => period_grain === ALL) ??
    greatest(
      whole.filter(({ cohort }) => cohort === "closed"),
      ({ period_start }) => period_start ?? "",
    )
  );
}

function finding(
  rule: QualityRuleId,
  about: string,
  part: number | null,
  whole: number | null,
): QualityFinding[] {
  if (part === null || !whole) return [];
  const share = part / whole;
  return [{ rule, about, share, verdict: verdictOf(rule, share) }];
}
